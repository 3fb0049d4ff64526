package io.hotspan.sampling.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Failed traces that the candidate policies would drop. */
@Schema(name = "ReplayLostErrors", description = "Traces with a failed span that the candidate policies would drop")
public record LostErrors(
        @Schema(description = "How many") long traces,

        @Schema(description = "How many of them the policies in force keep")
        long keptByPoliciesInForce,

        @Schema(description = "Up to 100 of their ids, first those that the policies in force keep")
        List<String> traceIds) {

    /** None. */
    public static final LostErrors NONE = new LostErrors(0, 0, List.of());

    public LostErrors {
        traceIds = List.copyOf(traceIds);
    }
}
