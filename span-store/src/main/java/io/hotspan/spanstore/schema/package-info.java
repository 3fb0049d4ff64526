/** Which columns a span table has, and the expressions behind ours. */
@NullMarked
package io.hotspan.spanstore.schema;

import org.jspecify.annotations.NullMarked;
