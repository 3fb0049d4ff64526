package io.hotspan.sampling.explain.summary;

import io.swagger.v3.oas.annotations.media.Schema;

/** Traces decided for one reason by one policy. */
@Schema(description = "Traces decided for one reason by one policy.")
public record DecisionGroup(
        boolean kept,
        @Schema(example = "not-sampled") String reason,

        @Schema(description = "Name of the policy, or id of the force rule; empty if none had a say.", example = "rest")
        String policy,

        @Schema(example = "1200") long traces,

        @Schema(description = "Spans the decisions were about.", example = "14400")
        long spans,

        @Schema(description = "How many traces they stand for; 0 if dropped.", example = "4100.5")
        double weight) {

    DecisionGroup plus(DecisionGroup alike) {
        return new DecisionGroup(
                kept, reason, policy, traces + alike.traces, spans + alike.spans, weight + alike.weight);
    }
}
