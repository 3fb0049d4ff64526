/** Ranks attributes by how surely they differ. */
@NullMarked
package io.hotspan.comparison.rank;

import org.jspecify.annotations.NullMarked;
