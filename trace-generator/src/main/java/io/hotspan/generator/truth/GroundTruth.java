package io.hotspan.generator.truth;

import io.hotspan.generator.trace.GeneratedTrace;

/** Told of every trace that was sent, before anybody could read its spans back. Thread-safe. */
@FunctionalInterface
public interface GroundTruth {

    /** Notes what the trace carries; {@code startEpochNanos} is the start of its root span. */
    void record(GeneratedTrace trace, long startEpochNanos);

    /** Forgets everything. */
    static GroundTruth none() {
        return (trace, startEpochNanos) -> {};
    }
}
