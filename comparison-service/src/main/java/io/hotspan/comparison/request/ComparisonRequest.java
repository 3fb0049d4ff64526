package io.hotspan.comparison.request;

import io.hotspan.query.request.RequestChecks;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.telemetry.filter.SpanFilter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Which spans to compare with which. */
@Schema(description = "Which spans to compare with which.")
public record ComparisonRequest(
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
                description = "TraceQL spanset filter that both sides pass; empty or {} for every span.",
                example = "{ resource.service.name = \"api-gateway\" }",
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
        TimeRange range = checks.range(from, to);
        SpanFilter both = checks.filter("filter", filter);
        Selection selected =
                checks.present("selection", selection, "boxes or a predicate").checked(checks);
        Baseline compared = baseline == null ? Baseline.REST : baseline.checked(checks);
        return new ComparisonQuery(
                range,
                both,
                checks.scope(scope),
                selected,
                compared,
                checks.between("limitValues", limitValues, 1, MAX_VALUES, DEFAULT_VALUES));
    }
}
