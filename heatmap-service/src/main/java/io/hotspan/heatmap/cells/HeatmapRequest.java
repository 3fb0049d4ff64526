package io.hotspan.heatmap.cells;

import io.hotspan.heatmap.grid.TimeGrid;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/v1/heatmap} takes. */
@Schema(description = "Which spans to count, over which time, in how many columns.")
record HeatmapRequest(
        @Schema(
                description = "Start of the range, inclusive.",
                format = "date-time",
                example = "2026-03-01T14:00:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String from,

        @Schema(
                description = "End of the range, exclusive.",
                format = "date-time",
                example = "2026-03-01T14:30:00Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String to,

        @Schema(
                description = "TraceQL spanset filter; empty or {} for every span.",
                example = "{ resource.service.name = \"api-gateway\" && duration > 1s }",
                defaultValue = "",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String filter,

        @Schema(
                description =
                        "root: spans without a parent. entry: server and consumer spans, and roots. all: every span.",
                allowableValues = {"root", "entry", "all"},
                defaultValue = "root",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String scope,

        @Schema(
                description = "At most so many columns; the finest step that needs no more is taken.",
                minimum = "10",
                maximum = "1000",
                defaultValue = "300",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Integer maxColumns) {

    static final int DEFAULT_COLUMNS = 300;
    static final int MIN_COLUMNS = 10;
    static final int MAX_COLUMNS = 1_000;

    HeatmapQuery checked(RequestChecks checks) {
        int columns = checks.between("maxColumns", maxColumns, MIN_COLUMNS, MAX_COLUMNS, DEFAULT_COLUMNS);
        return new HeatmapQuery(
                TimeGrid.covering(checks.range(from, to), columns),
                checks.filter("filter", filter),
                checks.scope(scope));
    }
}
