package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;

/** Counts stored spans, each with its weight: one pass over the five columns it takes. */
final class StoredSpans implements HeatmapSource {

    @Override
    public Counted count(HeatmapQuery query, StoreSession store) {
        SpanColumns columns = store.columns();
        SqlFragment spans = query.scope().where().and(FilterSql.where(query.filter(), columns));
        CellTable table = new CellTable(Heatmap.Source.SPANS);
        SampledSpans sampled = new SampledSpans();
        store.forEach(cells(query, columns, store, spans), row -> {
            table.add(
                    row.getInt("col"),
                    row.getInt("bucket"),
                    row.getDouble("spans"),
                    row.getDouble("errors"),
                    row.getLong("stored"));
            sampled.add(row.getLong("sampled"), row.getDouble("variance"));
        });
        double variance = SamplingVariance.of(sampled, query, spans, columns, store);
        return new Counted(
                table.heatmap(query.grid(), variance, Notices.of(columns, table, sampled.count(), variance)));
    }

    private static SqlFragment cells(HeatmapQuery query, SpanColumns columns, StoreSession store, SqlFragment spans) {
        String template = """
                SELECT
                    intDiv(toUnixTimestamp64Nano(Timestamp) - {}, {}) AS col,
                    %1$s AS bucket,
                    sum(%2$s) AS spans,
                    sumIf(%2$s, StatusCode = 'Error') AS errors,
                    count() AS stored,
                    countIf(%2$s != 1) AS sampled,
                    sum(%2$s * (%2$s - 1)) AS variance
                FROM %3$s
                WHERE {}
                GROUP BY col, bucket
                ORDER BY col, bucket""".formatted(
                columns.latencyBucket(), columns.weight(), store.settings().qualifiedTable());
        return SqlFragment.format(
                template,
                SqlFragment.of("?", query.grid().range().fromNanos()),
                SqlFragment.of("?", query.grid().step().toNanos()),
                query.grid().range().where().and(spans));
    }
}
