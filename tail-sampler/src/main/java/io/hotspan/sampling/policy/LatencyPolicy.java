package io.hotspan.sampling.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every trace that took so long from its earliest start to its latest end.
 *
 * @param atLeast inclusive
 * @param atMost inclusive; null for no bound
 */
public record LatencyPolicy(
        String name, Duration atLeast, @Nullable Duration atMost) implements Policy {

    public LatencyPolicy {
        if (atLeast.isNegative() || atLeast.isZero()) {
            throw new IllegalArgumentException(
                    "policy " + name + ": at-least must be longer than 0, not " + atLeast + "; try 2s");
        }
        if (atMost != null && atMost.compareTo(atLeast) < 0) {
            throw new IllegalArgumentException("policy " + name + ": at-most (" + atMost
                    + ") must not be shorter than at-least (" + atLeast + ")");
        }
    }

    /** Without an upper bound. */
    public LatencyPolicy(String name, Duration atLeast) {
        this(name, atLeast, null);
    }

    @Override
    public String reason() {
        return "latency";
    }
}
