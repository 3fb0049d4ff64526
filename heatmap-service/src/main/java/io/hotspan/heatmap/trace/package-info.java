/** One whole trace. */
@NullMarked
package io.hotspan.heatmap.trace;

import org.jspecify.annotations.NullMarked;
