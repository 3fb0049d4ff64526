/** How sure a difference between two shares is. */
@NullMarked
package io.hotspan.comparison.statistics;

import org.jspecify.annotations.NullMarked;
