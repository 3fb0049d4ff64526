package io.hotspan.sampling.explain.answer;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.PolicyList;
import java.time.Instant;

/**
 * A trace that is not decided yet, as it is now.
 *
 * @param partition of the input
 * @param firstOffset where in it the trace began
 * @param firstSeen when its first record came, in record time
 * @param lastSeen when its latest record came, in record time
 * @param policies it will be judged by
 */
public record OpenTrace(
        TraceId id,
        int partition,
        long firstOffset,
        Instant firstSeen,
        Instant lastSeen,
        int spans,
        int errorSpans,
        PolicyList policies,
        TraceInputs inputs) {}
