package io.hotspan.generator.truth;

import io.hotspan.generator.trace.GeneratedTrace;
import java.util.List;

/**
 * One line of the ground truth.
 *
 * @param index number of the trace within its seed
 * @param causes ids of the planted causes, sorted; all that apply
 */
public record TraceTruth(String traceId, long index, long startEpochNanos, long durationNanos, List<String> causes) {

    public TraceTruth {
        causes = List.copyOf(causes);
    }

    static TraceTruth of(GeneratedTrace trace, long startEpochNanos) {
        return new TraceTruth(trace.traceId(), trace.index(), startEpochNanos, trace.durationNanos(), trace.causes());
    }
}
