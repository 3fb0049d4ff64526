package io.hotspan.telemetry;

/** OTLP's span kinds; a constant's ordinal is its number on the wire. */
public enum SpanKind {
    UNSPECIFIED,
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
