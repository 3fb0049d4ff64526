package io.hotspan.generator.trace;

import io.opentelemetry.api.common.Attributes;

/** A span event; {@code offsetNanos} counts from the start of the trace. */
public record SpanEvent(String name, long offsetNanos, Attributes attributes) {}
