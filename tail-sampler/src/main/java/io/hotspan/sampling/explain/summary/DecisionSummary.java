package io.hotspan.sampling.explain.summary;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** How much was kept and dropped, and why. */
@Schema(description = "Decisions of some time, by reason and policy. Each trace counts once, as it is now.")
public record DecisionSummary(
        @Schema(description = "First moment, inclusive; in the time of the records.")
        Instant from,

        @Schema(description = "Last moment, exclusive.") Instant to,

        @Schema(description = "Traces decided.", example = "12000")
        long traces,

        @Schema(description = "Those of them that are kept.", example = "1500")
        long keptTraces,

        @Schema(description = "Spans the decisions were about.", example = "144000")
        long spans,

        @Schema(description = "Those of them in kept traces.", example = "19000")
        long keptSpans,

        @Schema(description = "Traces with a failed span.", example = "310")
        long errorTraces,

        @Schema(description = "Those of them that are kept.", example = "310")
        long keptErrorTraces,

        @Schema(description = "Spans that came after their trace's decision.", example = "3")
        long lateSpans,

        @Schema(description = "Traces that were dropped first and brought back.", example = "0")
        long revivedTraces,

        @Schema(description = "Traces that a dry run keeps and would have dropped.", example = "0")
        long dryRunDrops,

        @Schema(description = "Each reason and policy, most traces first.")
        List<DecisionGroup> groups,

        @Schema(description = "Length of a step, in seconds.", example = "60")
        long stepSeconds,

        @Schema(description = "Each step with decisions, in order.")
        List<Step> steps) {

    public DecisionSummary {
        groups = List.copyOf(groups);
        steps = List.copyOf(steps);
    }

    /** A part of the time. */
    @Schema(name = "DecisionStep", description = "Traces decided within one step.")
    public record Step(
            @Schema(description = "Its first moment.") Instant time,

            @Schema(description = "Traces kept.", example = "12")
            long kept,

            @Schema(description = "Traces dropped.", example = "98")
            long dropped) {}
}
