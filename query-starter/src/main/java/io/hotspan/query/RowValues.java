package io.hotspan.query;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads columns that plain JDBC has no method for. */
public final class RowValues {

    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private RowValues() {}

    /** An instant from a column of nanoseconds since the epoch. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.EPOCH.plusNanos(row.getLong(column));
    }

    /** A duration in nanoseconds; the column is unsigned, and what a long cannot hold is the largest one. */
    public static long nanos(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).min(MAX_LONG).longValue();
    }

    /** ClickHouse's {@code Server} is the API's {@code server}. */
    public static String lowerCase(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }

    /** A {@code Map(String, String)} in order of its keys. */
    public static Map<String, String> map(ResultSet row, String column) throws SQLException {
        return textMap(row.getObject(column));
    }

    /** An {@code Array(Map(String, String))}. */
    public static List<Map<String, String>> maps(ResultSet row, String column) throws SQLException {
        return elements(row, column).stream().map(RowValues::textMap).toList();
    }

    /** An {@code Array(String)}. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return elements(row, column).stream().map(String::valueOf).toList();
    }

    /** An array of nanoseconds since the epoch. */
    public static List<Instant> instants(ResultSet row, String column) throws SQLException {
        return elements(row, column).stream()
                .map(nanos -> Instant.EPOCH.plusNanos(((Number) nanos).longValue()))
                .toList();
    }

    private static List<Object> elements(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        Object values = array.getArray();
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < java.lang.reflect.Array.getLength(values); i++) {
            elements.add(java.lang.reflect.Array.get(values, i));
        }
        return elements;
    }

    private static Map<String, String> textMap(Object map) {
        Map<String, String> texts = new TreeMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }
}
