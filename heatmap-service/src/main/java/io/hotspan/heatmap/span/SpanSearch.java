package io.hotspan.heatmap.span;

import io.hotspan.query.RowValues;
import io.hotspan.query.StoreSession;
import io.hotspan.query.request.Box;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Finds spans in boxes: how many there are, the first of them, and how large their traces are. */
final class SpanSearch {

    private SpanSearch() {}

    static Spans find(SpansQuery query, StoreSession store) {
        SpanColumns columns = store.columns();
        SqlFragment where = where(query, columns);
        String table = store.settings().qualifiedTable();
        long total = store.list(
                        SqlFragment.format("SELECT count() FROM %s WHERE {}".formatted(table), where),
                        row -> row.getLong(1))
                .getFirst();
        if (total == 0) {
            return new Spans(List.of(), 0, false);
        }
        String template = """
            SELECT
                TraceId, SpanId, ParentSpanId, toUnixTimestamp64Nano(Timestamp) AS start, Duration, ServiceName,
                SpanName, SpanKind, StatusCode, StatusMessage, %1$s AS weight, %2$s AS reason,
                SpanAttributes, ResourceAttributes
            FROM %3$s
            WHERE {}
            ORDER BY %4$s
            LIMIT {}""".formatted(
                        columns.weight(), columns.reason(), table, query.order().sql());
        SqlFragment list = SqlFragment.format(template, where, SqlFragment.of("?", query.limit()));
        List<Spans.SpanRow> spans = withSizes(store.list(list, SpanSearch::span), store);
        return new Spans(spans, total, total > spans.size());
    }

    private static SqlFragment where(SpansQuery query, SpanColumns columns) {
        SqlFragment boxes = query.boxes().isEmpty()
                ? SqlFragment.TRUE
                : SqlFragment.any(query.boxes().stream().map(Box::where).toList());
        return query.population().where(columns).and(boxes);
    }

    private static List<Spans.SpanRow> withSizes(List<Spans.SpanRow> spans, StoreSession store) {
        Map<String, Long> sizes = TraceSizes.of(
                spans.stream().map(Spans.SpanRow::traceId).distinct().toList(), store);
        return spans.stream()
                .map(span -> span.withTraceSpanCount(sizes.getOrDefault(span.traceId(), 1L)))
                .toList();
    }

    private static Spans.SpanRow span(ResultSet row) throws SQLException {
        return new Spans.SpanRow(
                row.getString("TraceId"),
                row.getString("SpanId"),
                row.getString("ParentSpanId"),
                RowValues.instant(row, "start"),
                RowValues.nanos(row, "Duration"),
                row.getString("ServiceName"),
                row.getString("SpanName"),
                RowValues.lowerCase(row, "SpanKind"),
                RowValues.lowerCase(row, "StatusCode"),
                row.getString("StatusMessage"),
                row.getDouble("weight"),
                row.getString("reason"),
                RowValues.map(row, "SpanAttributes"),
                RowValues.map(row, "ResourceAttributes"),
                1);
    }
}
