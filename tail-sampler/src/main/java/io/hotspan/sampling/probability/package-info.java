/** Consistent probability sampling as OpenTelemetry specifies it: thresholds, randomness, trace state. */
@NullMarked
package io.hotspan.sampling.probability;

import org.jspecify.annotations.NullMarked;
