package io.hotspan.sampling.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a set of policies makes of the traces. */
@Schema(name = "ReplayOutcome", description = "What a set of policies makes of the traces")
public record Outcome(
        @Schema(description = "Traces kept") long tracesKept,
        @Schema(description = "Traces dropped") long tracesDropped,

        @Schema(description = "Spans of kept traces, late ones and those brought back included")
        long spansKept,

        @Schema(description = "Spans of dropped traces, late ones included")
        long spansDropped,

        @Schema(description = "Size of the kept traces' records")
        long bytesKept,

        @Schema(description = "Size of the dropped traces' records")
        long bytesDropped,

        @Schema(description = "Kept traces that had a failed span when they were decided")
        long errorTracesKept,

        @Schema(description = "Dropped traces that had a failed span when they were decided")
        long errorTracesDropped,

        @Schema(description = "The same by reason and policy, the most traces first")
        List<Share> byReason) {

    /** Nothing yet. */
    public static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, 0, 0, 0, List.of());

    public Outcome {
        byReason = List.copyOf(byReason);
    }

    /** Traces that were kept or dropped for one reason. */
    @Schema(name = "ReplayShare", description = "Traces that are kept or dropped for one reason")
    public record Share(
            @Schema(description = "Whether they are kept") boolean kept,

            @Schema(description = "Why, in a word", example = "latency")
            String reason,

            @Schema(description = "By which policy; empty if none had a say", example = "slow")
            String policy,

            @Schema(description = "Number of traces") long traces,
            @Schema(description = "Number of their spans") long spans,
            @Schema(description = "Size of their records") long bytes) {}
}
