package io.hotspan.comparison.request;

import io.hotspan.query.request.RequestChecks;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What the selection is compared with; never with itself. */
@Schema(description = "What the selection is compared with. A selected span is never part of it.")
record BaselineRequest(
        @Schema(
                description = "rest: all other spans of the range. predicate: those that match it. "
                        + "time: all spans of another range.",
                allowableValues = {"rest", "predicate", "time"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String kind,

        @Schema(
                description = "Weight the baseline to the selection's mix of operations, so that what differs is not "
                        + "merely which endpoints were selected.",
                defaultValue = "false",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Boolean sameOperation,

        @Schema(
                description = "For kind predicate.",
                example = "{ status != error }",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String predicate,

        @Schema(
                description = "For kind time: start, inclusive.",
                format = "date-time",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String from,

        @Schema(
                description = "For kind time: end, exclusive.",
                format = "date-time",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String to) {

    Baseline checked(RequestChecks checks) {
        boolean same = Boolean.TRUE.equals(sameOperation);
        return switch (checks.present("baseline.kind", kind, "rest, predicate or time")) {
            case "rest" -> new Baseline(new Baseline.Rest(), same);
            case "predicate" ->
                new Baseline(
                        new Baseline.Matching(checks.filter(
                                "baseline.predicate",
                                checks.present("baseline.predicate", predicate, "a TraceQL spanset filter"))),
                        same);
            case "time" ->
                new Baseline(
                        new Baseline.During(checks.rangeOfAnyLength("baseline.from", from, "baseline.to", to)), same);
            default -> throw checks.refused("baseline.kind", "there is no such kind", "rest, predicate or time");
        };
    }
}
