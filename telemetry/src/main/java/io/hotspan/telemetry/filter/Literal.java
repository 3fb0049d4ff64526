package io.hotspan.telemetry.filter;

import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;

/** A constant in a filter. */
public sealed interface Literal {

    /** {@code "text"}. */
    record Text(String value) implements Literal {}

    /** A whole number. */
    record Whole(long value) implements Literal {}

    /** A number with a fraction or an exponent. */
    record Decimal(double value) implements Literal {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Literal {}

    /** A duration such as {@code 1h30m}, in nanoseconds. */
    record Nanos(long value) implements Literal {}

    /** {@code error}, {@code ok} or {@code unset}. */
    record Status(SpanStatus value) implements Literal {}

    /** {@code server}, {@code client} and so on. */
    record Kind(SpanKind value) implements Literal {}
}
