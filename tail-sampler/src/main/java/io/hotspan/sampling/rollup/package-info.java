/** Counts every span before anything is dropped. */
@NullMarked
package io.hotspan.sampling.rollup;

import org.jspecify.annotations.NullMarked;
