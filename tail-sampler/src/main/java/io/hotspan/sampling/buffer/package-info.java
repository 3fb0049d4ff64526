/** Undecided traces. */
@NullMarked
package io.hotspan.sampling.buffer;

import org.jspecify.annotations.NullMarked;
