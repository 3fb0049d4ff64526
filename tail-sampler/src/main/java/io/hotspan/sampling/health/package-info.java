/** Health on the service's own port. */
@NullMarked
package io.hotspan.sampling.health;

import org.jspecify.annotations.NullMarked;
