package io.hotspan.sampling.policy;

/** What policies may know of a trace. A reused view: valid during one call. */
public interface TraceFacts {

    /** Number of spans seen. */
    int spans();

    /** Number of spans with status error. */
    int errorSpans();

    /** From the earliest start to the latest end, in nanoseconds; never negative. */
    long durationNanos();

    /** Size of its records. */
    long bytes();

    /** The 56 bits to compare with a threshold. */
    long randomness();
}
