/** Counts of spans made before sampling, and the records they travel in. */
@NullMarked
package io.hotspan.telemetry.rollup;

import org.jspecify.annotations.NullMarked;
