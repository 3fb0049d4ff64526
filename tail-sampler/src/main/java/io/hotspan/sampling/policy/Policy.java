package io.hotspan.sampling.policy;

/** One rule of what to keep or to drop, as configured; shared by all partitions. What it says is a {@link Vote}. */
public sealed interface Policy
        permits AlwaysPolicy,
                ErrorPolicy,
                LatencyPolicy,
                ProbabilityPolicy,
                SpanCountPolicy,
                SpanPolicy,
                RateLimitPolicy,
                DynamicPolicy,
                CombinedPolicy {

    /** The name operators gave it; unique among the policies. */
    String name();

    /** Why a trace it keeps is kept, in one word; a label of metrics. */
    String reason();
}
