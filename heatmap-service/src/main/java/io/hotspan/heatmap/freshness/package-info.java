/** How recent the stored spans are. */
@NullMarked
package io.hotspan.heatmap.freshness;

import org.jspecify.annotations.NullMarked;
