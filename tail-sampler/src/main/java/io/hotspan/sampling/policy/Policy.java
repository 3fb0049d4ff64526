package io.hotspan.sampling.policy;

import io.hotspan.sampling.probability.Threshold;

/**
 * One rule of what to keep. It answers with a rejection threshold that depends on the trace alone and never on its
 * randomness, so that several policies combine without bias: the lowest threshold is the trace's.
 */
public sealed interface Policy permits ErrorPolicy, LatencyPolicy, ProbabilityPolicy {

    /** The name operators gave it; unique among the policies. */
    String name();

    /** Why a trace it keeps is kept, in one word; a label of metrics. */
    String reason();

    /** {@link Threshold#ALWAYS} to keep with certainty, {@link Threshold#NEVER} to leave the trace to the others. */
    long threshold(TraceFacts trace);
}
