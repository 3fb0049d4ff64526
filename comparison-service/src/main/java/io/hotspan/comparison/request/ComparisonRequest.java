package io.hotspan.comparison.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotspan.query.request.Population;
import io.hotspan.query.request.PopulationRequest;
import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Which spans to compare with which. */
@Schema(description = "Which spans to compare with which.")
public record ComparisonRequest(
        @JsonUnwrapped PopulationRequest population,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        SelectionRequest selection,

        @Schema(description = "Without it: the rest of the range.", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        BaselineRequest baseline,

        @Schema(
                description = "At most so many values an attribute.",
                minimum = "1",
                maximum = "100",
                defaultValue = "12",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Integer limitValues) {

    private static final int MAX_VALUES = 100;
    private static final int DEFAULT_VALUES = 12;

    /** What is asked, checked; or a refusal of the field at fault. */
    public ComparisonQuery checked(RequestChecks checks) {
        Population spans = population.checked(checks);
        Selection selected =
                checks.present("selection", selection, "boxes or a predicate").checked(checks);
        Baseline compared = baseline == null ? Baseline.REST : baseline.checked(checks);
        return new ComparisonQuery(
                spans, selected, compared, checks.between("limitValues", limitValues, 1, MAX_VALUES, DEFAULT_VALUES));
    }
}
