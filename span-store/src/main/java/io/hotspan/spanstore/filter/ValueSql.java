package io.hotspan.spanstore.filter;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import java.util.Locale;

/** Compares one value with a constant: a typed column, or an attribute, which the table holds as text. */
final class ValueSql {
    private ValueSql() {}

    static SqlFragment column(String column, Operator operator, Literal literal) {
        return switch (literal) {
            case Literal.Text(String value) -> text(SqlFragment.of(column), operator, value);
            case Literal.Status(SpanStatus value) -> text(SqlFragment.of(column), operator, titleCase(value));
            case Literal.Kind(SpanKind value) -> text(SqlFragment.of(column), operator, titleCase(value));
            case Literal.Nanos(long value) -> SqlFragment.of(column + symbol(operator) + "?", value);
            case Literal.Whole(long value) -> SqlFragment.of(column + symbol(operator) + "?", value);
            case Literal.Decimal(double value) -> SqlFragment.of(column + symbol(operator) + "?", value);
            case Literal.Bool _ -> SqlFragment.FALSE;
        };
    }

    /** A number or a boolean compares only with text that is one: {@code != 3} is false of {@code abc}. */
    static SqlFragment attribute(SqlFragment value, Operator operator, Literal literal) {
        return switch (literal) {
            case Literal.Text(String text) -> text(value, operator, text);
            case Literal.Whole(long number) -> whole(value, operator, number);
            case Literal.Nanos(long number) -> whole(value, operator, number);
            case Literal.Decimal(double number) ->
                SqlFragment.format(
                        "ifNull(toFloat64OrNull({})" + symbol(operator) + "{}, 0)", value, SqlFragment.of("?", number));
            case Literal.Bool(boolean flag) ->
                text(value, Operator.EQ, String.valueOf(flag == (operator == Operator.EQ)));
            case Literal.Status _, Literal.Kind _ -> SqlFragment.FALSE;
        };
    }

    /** Whether the comparison is false of the empty text, which is what a map gives for a key it does not have. */
    static boolean isFalseOfEmpty(Operator operator, Literal literal) {
        return !(literal instanceof Literal.Text(String text)) || (operator == Operator.EQ && !text.isEmpty());
    }

    static SqlFragment text(SqlFragment value, Operator operator, String text) {
        return switch (operator) {
            case MATCHES -> SqlFragment.format("match({}, {})", value, anchored(text));
            case NOT_MATCHES -> SqlFragment.format("NOT match({}, {})", value, anchored(text));
            default -> SqlFragment.format("{}" + symbol(operator) + "{}", value, SqlFragment.of("?", text));
        };
    }

    /** Whole numbers are compared exactly where the text is one too: past 2^53 a double would join neighbours. */
    private static SqlFragment whole(SqlFragment value, Operator operator, long number) {
        SqlFragment bound = SqlFragment.of("?", number);
        String symbol = symbol(operator);
        return SqlFragment.format(
                "coalesce(toInt64OrNull({})" + symbol + "{}, toFloat64OrNull({})" + symbol + "{}, 0)",
                value,
                bound,
                value,
                bound);
    }

    /** ClickHouse lets a dot match a line break unless told otherwise; TraceQL does not. */
    private static SqlFragment anchored(String regex) {
        return SqlFragment.of("?", "\\A(?-s:" + regex + ")\\z");
    }

    private static String symbol(Operator operator) {
        return switch (operator) {
            case EQ, NEQ, GT, GTE, LT, LTE -> " " + operator.symbol() + " ";
            case MATCHES, NOT_MATCHES -> throw new IllegalArgumentException(operator + " compares text only");
        };
    }

    /** {@code SERVER} as the Collector writes it: {@code Server}. */
    private static String titleCase(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
