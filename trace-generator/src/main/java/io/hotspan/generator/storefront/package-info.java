/** The storefront pack: six services, eight planted failures. */
@NullMarked
package io.hotspan.generator.storefront;

import org.jspecify.annotations.NullMarked;
