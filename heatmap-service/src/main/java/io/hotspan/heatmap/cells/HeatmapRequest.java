package io.hotspan.heatmap.cells;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotspan.query.request.PopulationRequest;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What {@code POST /api/v1/heatmap} takes. */
@Schema(description = "Which spans to count, over which time, in how many columns.")
record HeatmapRequest(
        @JsonUnwrapped PopulationRequest population,

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
        return HeatmapQuery.covering(population.checked(checks), columns);
    }
}
