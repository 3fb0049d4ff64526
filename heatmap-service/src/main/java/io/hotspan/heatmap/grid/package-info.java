/** The columns of a heatmap: steps people read off a clock, aligned to the epoch. */
@NullMarked
package io.hotspan.heatmap.grid;

import org.jspecify.annotations.NullMarked;
