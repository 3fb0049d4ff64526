package io.hotspan.heatmap.cells;

import io.hotspan.heatmap.grid.TimeGrid;
import io.hotspan.query.request.Population;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.rollup.Rollup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A checked question: which spans, counted on which columns.
 *
 * @param rollupGrid the columns if rollups answer: the same, or coarser where the others are finer than rollups; null
 *     if rollups fit none
 */
record HeatmapQuery(TimeGrid grid, @Nullable TimeGrid rollupGrid, SpanFilter filter, SpanScope scope) {

    /** With fewer columns, coarser ones would hide more than exact counts show. */
    static final int ENOUGH_COLUMNS = 30;

    private static final Duration ROLLUP_STEP = Duration.ofSeconds(Rollup.STEP_SECONDS);

    /** On the finest columns that are no more than {@code maxColumns}. */
    static HeatmapQuery covering(Population spans, int maxColumns) {
        TimeGrid grid = TimeGrid.covering(spans.range(), maxColumns);
        TimeGrid coarser = TimeGrid.covering(spans.range(), maxColumns, ROLLUP_STEP);
        boolean fits = coarser.equals(grid) || coarser.columns() >= ENOUGH_COLUMNS;
        return new HeatmapQuery(grid, fits ? coarser : null, spans.filter(), spans.scope());
    }

    /** On columns of this width, whoever answers. */
    static HeatmapQuery withStep(Population spans, Duration step) {
        TimeGrid grid = TimeGrid.withStep(spans.range(), step);
        boolean fits = step.toNanos() % ROLLUP_STEP.toNanos() == 0;
        return new HeatmapQuery(grid, fits ? grid : null, spans.filter(), spans.scope());
    }
}
