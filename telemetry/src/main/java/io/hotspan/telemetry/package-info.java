/** Spans as OTLP encodes them, without a framework. */
@NullMarked
package io.hotspan.telemetry;

import org.jspecify.annotations.NullMarked;
