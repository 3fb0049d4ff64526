/** Running one bounded, cancellable statement. */
@NullMarked
package io.hotspan.spanstore.query;

import org.jspecify.annotations.NullMarked;
