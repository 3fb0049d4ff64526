/** Deterministic traffic with planted causes, sent as OpenTelemetry traces. */
@NullMarked
package io.hotspan.generator;

import org.jspecify.annotations.NullMarked;
