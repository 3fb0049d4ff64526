/** Latency heatmaps over stored spans, the spans behind a box, single traces, and the names a filter can use. */
@NullMarked
package io.hotspan.heatmap;

import org.jspecify.annotations.NullMarked;
