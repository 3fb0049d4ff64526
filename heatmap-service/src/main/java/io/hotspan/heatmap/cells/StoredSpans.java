package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts stored spans, each with its weight: one pass over the five columns it takes. */
final class StoredSpans implements HeatmapSource {

    @Override
    public Heatmap count(HeatmapQuery query, StoreSession store) {
        SpanColumns columns = store.columns();
        SqlFragment where = where(query, columns);
        CellTable table = new CellTable();
        AtomicLong sampled = new AtomicLong();
        store.forEach(cells(query, columns, store, where), row -> {
            table.add(
                    row.getInt("col"),
                    row.getInt("bucket"),
                    row.getDouble("spans"),
                    row.getDouble("errors"),
                    row.getLong("stored"));
            sampled.addAndGet(row.getLong("sampled"));
        });
        double variance =
                sampled.get() == 0 ? 0 : SamplingVariance.of(where, query.scope(), sampled.get(), columns, store);
        return heatmap(query, table, variance, Notices.of(columns, table, sampled.get(), variance));
    }

    private static SqlFragment cells(HeatmapQuery query, SpanColumns columns, StoreSession store, SqlFragment where) {
        String template = """
                SELECT
                    intDiv(toUnixTimestamp64Nano(Timestamp) - {}, {}) AS col,
                    %1$s AS bucket,
                    sum(%2$s) AS spans,
                    sumIf(%2$s, StatusCode = 'Error') AS errors,
                    count() AS stored,
                    countIf(%2$s != 1) AS sampled
                FROM %3$s
                WHERE {}
                GROUP BY col, bucket
                ORDER BY col, bucket""".formatted(
                columns.latencyBucket(), columns.weight(), store.settings().qualifiedTable());
        return SqlFragment.format(
                template,
                SqlFragment.of("?", query.grid().range().fromNanos()),
                SqlFragment.of("?", query.grid().step().toNanos()),
                where);
    }

    private static SqlFragment where(HeatmapQuery query, SpanColumns columns) {
        return SqlFragment.all(
                List.of(query.grid().range().where(), query.scope().where(), FilterSql.where(query.filter(), columns)));
    }

    private static Heatmap heatmap(HeatmapQuery query, CellTable table, double variance, List<Notice> notices) {
        boolean exact = notices.stream().noneMatch(notice -> notice.code() == Notice.Code.SAMPLED);
        return new Heatmap(
                query.grid().range().from(),
                query.grid().range().to(),
                query.grid().step().toNanos(),
                query.grid().columns(),
                table.rows(),
                table.cells(),
                table.totals(variance),
                exact,
                Heatmap.Source.SPANS,
                notices);
    }
}
