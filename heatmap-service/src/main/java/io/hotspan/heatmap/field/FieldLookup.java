package io.hotspan.heatmap.field;

import io.hotspan.heatmap.field.Fields.FieldInfo;
import io.hotspan.heatmap.field.Fields.FieldType;
import io.hotspan.heatmap.field.NewestSpans.Window;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.filter.SpanFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the fields that spans have, and what those hold. */
final class FieldLookup {

    /** Of each scope, the most frequent keys; a store with more of them has ids for keys. */
    private static final int MAX_KEYS = 2_000;

    private final NewestSpans newest;

    FieldLookup(NewestSpans newest) {
        this.newest = newest;
    }

    Fields find(TimeRange range, SpanFilter filter, StoreSession store) {
        SqlFragment matching = FilterSql.where(filter, store.columns());
        Window window = newest.window(range, matching, store);
        SqlFragment where = window.range().where().and(matching);
        List<FieldInfo> fields = new ArrayList<>();
        long spansRead = intrinsics(where, store, fields);
        List<FieldInfo> ofResources = attributes("resource", "ResourceAttributes", where, store);
        List<FieldInfo> ofSpans = attributes("span", "SpanAttributes", where, store);
        fields.addAll(ofResources);
        fields.addAll(ofSpans);
        boolean cut = Math.max(ofResources.size(), ofSpans.size()) == MAX_KEYS;
        return new Fields(fields, window.partial() || cut, spansRead);
    }

    private static long intrinsics(SqlFragment where, StoreSession store, List<FieldInfo> fields) {
        SqlFragment sql = SqlFragment.format("""
            SELECT
                count() AS spans, uniq(SpanName) AS name, uniq(SpanKind) AS kind, uniq(StatusCode) AS status,
                uniqIf(StatusMessage, StatusMessage != '') AS message, uniq(Duration) AS duration
            FROM %s
            WHERE {}""".formatted(store.settings().qualifiedTable()), where);
        return store.list(sql, row -> {
                    fields.add(new FieldInfo("duration", FieldType.DURATION, row.getLong("duration")));
                    fields.add(new FieldInfo("kind", FieldType.KIND, row.getLong("kind")));
                    fields.add(new FieldInfo("name", FieldType.STRING, row.getLong("name")));
                    fields.add(new FieldInfo("status", FieldType.STATUS, row.getLong("status")));
                    fields.add(new FieldInfo("statusMessage", FieldType.STRING, row.getLong("message")));
                    return row.getLong("spans");
                })
                .getFirst();
    }

    private static List<FieldInfo> attributes(String scope, String map, SqlFragment where, StoreSession store) {
        SqlFragment sql = SqlFragment.format(
                """
                SELECT key, uniq(value) AS distinct_values, countIf(isNull(toFloat64OrNull(value))) = 0 AS numeric
                FROM (SELECT mapKeys(%1$s) AS keys, mapValues(%1$s) AS texts FROM %2$s WHERE {})
                ARRAY JOIN keys AS key, texts AS value
                -- The filter language has no way to write such a key.
                WHERE NOT match(key, '[\\r\\n]')
                GROUP BY key
                ORDER BY count() DESC, key
                LIMIT {}""".formatted(map, store.settings().qualifiedTable()), where, SqlFragment.of("?", MAX_KEYS));
        return store
                .list(
                        sql,
                        row -> new FieldInfo(
                                FieldNames.attribute(scope, row.getString("key")),
                                row.getBoolean("numeric") ? FieldType.NUMBER : FieldType.STRING,
                                row.getLong("distinct_values")))
                .stream()
                .sorted(Comparator.comparing(FieldInfo::name))
                .toList();
    }
}
