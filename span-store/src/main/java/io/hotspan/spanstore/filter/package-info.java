/** The span filter language as SQL. */
@NullMarked
package io.hotspan.spanstore.filter;

import org.jspecify.annotations.NullMarked;
