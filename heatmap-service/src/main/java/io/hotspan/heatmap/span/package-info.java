/** The spans behind boxes drawn on a heatmap. */
@NullMarked
package io.hotspan.heatmap.span;

import org.jspecify.annotations.NullMarked;
