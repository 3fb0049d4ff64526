package io.hotspan.sampling.policy;

import io.hotspan.sampling.probability.Threshold;
import java.time.Duration;

/**
 * Keeps every trace that took at least so long from its earliest start to its latest end.
 *
 * @param atLeast inclusive
 */
public record LatencyPolicy(String name, Duration atLeast) implements Policy {

    public LatencyPolicy {
        if (atLeast.isNegative() || atLeast.isZero()) {
            throw new IllegalArgumentException(
                    "policy " + name + ": at-least must be longer than 0, not " + atLeast + "; try 2s");
        }
    }

    @Override
    public String reason() {
        return "latency";
    }

    @Override
    public long threshold(TraceFacts trace) {
        return trace.durationNanos() >= atLeast.toNanos() ? Threshold.ALWAYS : Threshold.NEVER;
    }
}
