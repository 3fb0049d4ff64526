package io.hotspan.telemetry;

/** OTLP's span status codes; a constant's ordinal is its number on the wire. */
public enum SpanStatus {
    UNSET,
    OK,
    ERROR
}
