package io.hotspan.sampling.policy;

import io.hotspan.sampling.probability.Threshold;

/**
 * What a policy says of traces of one partition: a rejection threshold that depends on the trace alone and never on its
 * randomness, so that several policies combine without bias, or {@link #NONE}.
 */
@FunctionalInterface
interface Vote {

    /** The policy has no opinion of the trace. */
    long NONE = Long.MAX_VALUE;

    /** {@link Threshold#ALWAYS} to keep with certainty, {@link Threshold#NEVER} to keep nothing like it. */
    long threshold(Trial trial);

    static long certainIf(boolean matches) {
        return matches ? Threshold.ALWAYS : NONE;
    }
}
