/** Keeps or drops whole traces, exactly once. */
@NullMarked
package io.hotspan.sampling;

import org.jspecify.annotations.NullMarked;
