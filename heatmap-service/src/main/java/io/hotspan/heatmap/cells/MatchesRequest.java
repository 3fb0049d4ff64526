package io.hotspan.heatmap.cells;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotspan.heatmap.grid.TimeGrid;
import io.hotspan.query.request.Population;
import io.hotspan.query.request.PopulationRequest;
import io.hotspan.query.request.RequestChecks;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.telemetry.filter.SpanFilter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/v1/heatmap/matches} takes: a heatmap's request and what to light on it. */
@Schema(
        description =
                "The request of a heatmap on show, its step, and a second filter whose spans are to be lit on it.")
record MatchesRequest(
        @JsonUnwrapped PopulationRequest population,

        @Schema(
                description = "Only spans that match this filter too are counted.",
                example = "{ span.feature_flag = \"new-checkout-flow\" }",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String highlight,

        @Schema(
                description = "The heatmap's stepNanos, so both share their columns: a whole number of seconds.",
                example = "10000000000",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Long stepNanos,

        @Schema(
                description = "Without stepNanos, chooses the step as for a heatmap of these spans alone.",
                minimum = "10",
                maximum = "1000",
                defaultValue = "300",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Integer maxColumns) {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    HeatmapQuery checked(RequestChecks checks) {
        Population asked = population.checked(checks);
        SpanFilter lit = checks.filter("highlight", checks.present("highlight", highlight, "a TraceQL filter"));
        Population spans = new Population(asked.range(), SpanFilter.and(asked.filter(), lit), asked.scope());
        int columns = checks.between(
                "maxColumns",
                maxColumns,
                HeatmapRequest.MIN_COLUMNS,
                HeatmapRequest.MAX_COLUMNS,
                HeatmapRequest.DEFAULT_COLUMNS);
        return stepNanos == null
                ? HeatmapQuery.covering(spans, columns)
                : HeatmapQuery.withStep(spans, step(stepNanos, spans.range(), checks));
    }

    private static Duration step(long nanos, TimeRange range, RequestChecks checks) {
        Duration step = Duration.ofNanos(nanos);
        if (step.compareTo(ONE_SECOND) < 0 || nanos % ONE_SECOND.toNanos() != 0) {
            throw checks.refused("stepNanos", "not a column width", "a whole number of seconds, in nanoseconds");
        }
        if (step.compareTo(ONE_SECOND) > 0 && step.compareTo(range.length()) > 0) {
            throw checks.refused("stepNanos", "is wider than the range", "the stepNanos of the heatmap's answer");
        }
        if (TimeGrid.columns(range, step) > HeatmapRequest.MAX_COLUMNS) {
            throw checks.refused(
                    "stepNanos",
                    "the range has " + TimeGrid.columns(range, step) + " columns of this width",
                    "a step that cuts the range into at most " + HeatmapRequest.MAX_COLUMNS + " columns");
        }
        return step;
    }
}
