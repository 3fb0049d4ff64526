package io.hotspan.telemetry.otlp;

/** What an attribute holds. */
public enum AttributeType {
    /** The span or resource has no such attribute. */
    ABSENT,
    /** The attribute is there without a value. */
    EMPTY,
    STRING,
    BOOL,
    LONG,
    DOUBLE,
    /** An array, a map or bytes: {@link AttributeValue#text()} spans its encoded {@code AnyValue}. */
    OTHER
}
