/** Health of what services depend on. */
@NullMarked
package io.hotspan.service.health;

import org.jspecify.annotations.NullMarked;
