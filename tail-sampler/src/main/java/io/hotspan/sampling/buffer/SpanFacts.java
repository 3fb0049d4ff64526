package io.hotspan.sampling.buffer;

import io.hotspan.sampling.probability.Threshold;

/** What one record says of its trace. */
public interface SpanFacts {

    /** Number of spans. */
    int spans();

    /** Number of spans with status error. */
    int errorSpans();

    /** Earliest start in nanoseconds since 1970 UTC; {@link Long#MAX_VALUE} if no span has one. */
    long startNanos();

    /** Latest end in nanoseconds since 1970 UTC; {@link Long#MIN_VALUE} if no span has one. */
    long endNanos();

    /** The spans' {@code rv}, or {@link Threshold#ABSENT}. */
    long explicitRandomness();
}
