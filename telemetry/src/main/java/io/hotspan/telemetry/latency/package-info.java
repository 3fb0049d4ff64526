/** The one kind of latency bucket that rollups, heatmap rows and selection boxes share. */
@NullMarked
package io.hotspan.telemetry.latency;

import org.jspecify.annotations.NullMarked;
