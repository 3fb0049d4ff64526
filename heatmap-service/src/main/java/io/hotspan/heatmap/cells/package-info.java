/** The heatmap itself: spans counted by time and latency, weighted back to the traffic they stand for. */
@NullMarked
package io.hotspan.heatmap.cells;

import org.jspecify.annotations.NullMarked;
