/** Finding things by trace id. */
@NullMarked
package io.hotspan.sampling.index;

import org.jspecify.annotations.NullMarked;
