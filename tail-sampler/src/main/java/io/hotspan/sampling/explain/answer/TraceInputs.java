package io.hotspan.sampling.explain.answer;

import io.hotspan.telemetry.decision.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What policies are told of a trace beside its counts of spans.
 *
 * @param start of the earliest span; null if none has one
 * @param durationNanos from there to the latest end
 * @param bytes size of the trace's records
 * @param randomness from 0 to 1
 */
public record TraceInputs(@Nullable Instant start, long durationNanos, long bytes, double randomness) {

    private static final double ALL = 0x1p56;

    static TraceInputs of(Evidence evidence) {
        return of(evidence.startNanos(), evidence.durationNanos(), evidence.bytes(), evidence.randomness());
    }

    /**
     * From numbers as the sampler has them.
     *
     * @param startNanos since 1970 UTC; {@link Long#MAX_VALUE} if no span has a start
     * @param randomness 56 bits
     */
    public static TraceInputs of(long startNanos, long durationNanos, long bytes, long randomness) {
        Instant start = startNanos == Long.MAX_VALUE ? null : Instant.EPOCH.plusNanos(startNanos);
        return new TraceInputs(start, durationNanos, bytes, randomness / ALL);
    }
}
