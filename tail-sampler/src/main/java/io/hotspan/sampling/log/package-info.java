/** How everybody who reads the sampler's topics does. */
@NullMarked
package io.hotspan.sampling.log;

import org.jspecify.annotations.NullMarked;
