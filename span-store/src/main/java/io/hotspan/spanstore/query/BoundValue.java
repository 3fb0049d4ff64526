package io.hotspan.spanstore.query;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value as ClickHouse's query parameters take it: a type for the statement, a text for the request. Parameters travel
 * beside the statement, so no value is ever parsed as SQL.
 *
 * @see <a href="https://clickhouse.com/docs/interfaces/http#cli-queries-with-parameters">Queries with parameters</a>
 */
record BoundValue(String type, String text) {

    static BoundValue of(Object value) {
        return value instanceof List<?> list
                ? new BoundValue("Array(" + typeOf(list.getFirst()) + ")", array(list))
                : new BoundValue(typeOf(value), value instanceof String string ? escape(string) : scalar(value));
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case String _ -> "String";
            case Long _, Integer _ -> "Int64";
            case BigInteger _ -> "UInt64";
            case Double _ -> "Float64";
            case Boolean _ -> "Bool";
            default ->
                throw new IllegalArgumentException("no parameter of type "
                        + value.getClass().getName() + "; give a string, a number, a boolean or a list of them");
        };
    }

    private static String array(List<?> values) {
        return values.stream()
                .map(value -> value instanceof String string ? "'" + escape(string) + "'" : scalar(value))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String scalar(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.isNaN() ? "nan" : number > 0 ? "inf" : "-inf";
        }
        return value.toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\'' -> escaped.append("\\'");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case 0 -> escaped.append("\\0");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
