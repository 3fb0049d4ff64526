package io.hotspan.heatmap.cells;

import io.hotspan.heatmap.grid.TimeGrid;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.filter.RollupFilter;
import io.hotspan.spanstore.filter.RollupFilterSql;
import io.hotspan.spanstore.query.SqlFragment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds up what was counted before sampling: all traffic, whatever is stored of it. */
final class Rollups implements HeatmapSource {
    private static final Notice PARTLY_COUNTED = new Notice(
            Notice.Code.PARTLY_COUNTED,
            "Spans of this range are stored that were not counted before sampling, or not yet: the figures come from stored spans.");

    @Override
    public Outcome count(HeatmapQuery query, StoreSession store) {
        Optional<RollupFilter> filter = RollupFilterSql.of(query.filter());
        TimeGrid grid = query.rollupGrid();
        if (filter.isEmpty() || grid == null || !store.hasRollups()) {
            return Untold.OF_COURSE;
        }
        return switch (RollupCoverage.of(grid.range(), store)) {
            case NONE -> Untold.OF_COURSE;
            case PART -> new Untold(List.of(PARTLY_COUNTED));
            case ALL -> count(query, grid, filter.get(), store);
        };
    }

    private static Outcome count(HeatmapQuery query, TimeGrid grid, RollupFilter filter, StoreSession store) {
        CellTable table = new CellTable(Heatmap.Source.ROLLUPS);
        long[] doubtful = {0};
        store.forEach(cells(query, grid, filter, store), row -> {
            doubtful[0] += row.getLong("doubtful");
            table.add(row.getInt("col"), row.getInt("bucket"), row.getDouble("spans"), row.getDouble("errors"));
        });
        return doubtful[0] > 0
                ? new Untold(List.of(namesFolded(doubtful[0])))
                : new Counted(table.heatmap(grid, 0, List.of()));
    }

    private static SqlFragment cells(HeatmapQuery query, TimeGrid grid, RollupFilter filter, StoreSession store) {
        String template = """
                SELECT
                    intDiv(toInt64(Time) - {}, {}) AS col,
                    LatencyBucket AS bucket,
                    sum(Spans) AS spans,
                    sumIf(Spans, StatusCode = 'Error') AS errors,
                    sumIf(Spans, {}) AS doubtful
                FROM %s
                WHERE {}
                GROUP BY col, bucket
                ORDER BY col, bucket""".formatted(store.settings().qualifiedRollupTable());
        return SqlFragment.format(
                template,
                SqlFragment.of("?", grid.range().from().getEpochSecond()),
                SqlFragment.of("?", grid.step().toSeconds()),
                filter.certain().negate(),
                grid.range().whereRollup().and(query.scope().whereRollup()).and(filter.possible()));
    }

    private static Notice namesFolded(long spans) {
        return new Notice(
                Notice.Code.NAMES_FOLDED,
                String.format(
                        Locale.ROOT,
                        "Of %,d spans counted before sampling the name is not known, so whether they match: the figures come from stored spans.",
                        spans));
    }
}
