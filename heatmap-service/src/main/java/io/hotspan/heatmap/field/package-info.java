/** Which fields spans have and which values those take, for completion in the filter's editor. */
@NullMarked
package io.hotspan.heatmap.field;

import org.jspecify.annotations.NullMarked;
