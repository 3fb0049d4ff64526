/** Counts every attribute's values on both sides of a comparison, in the store. */
@NullMarked
package io.hotspan.comparison.count;

import org.jspecify.annotations.NullMarked;
