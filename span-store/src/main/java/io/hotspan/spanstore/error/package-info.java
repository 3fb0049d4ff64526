/** One exception per outcome of a query. */
@NullMarked
package io.hotspan.spanstore.error;

import org.jspecify.annotations.NullMarked;
