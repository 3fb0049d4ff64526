/** What holds for everything under {@code /admin}. */
@NullMarked
package io.hotspan.sampling.admin;

import org.jspecify.annotations.NullMarked;
