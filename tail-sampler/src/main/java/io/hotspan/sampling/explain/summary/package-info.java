/** How much was kept and dropped, and why. */
@NullMarked
package io.hotspan.sampling.explain.summary;

import org.jspecify.annotations.NullMarked;
