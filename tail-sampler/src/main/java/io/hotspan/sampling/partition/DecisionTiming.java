package io.hotspan.sampling.partition;

import java.time.Duration;

/**
 * When a trace is decided.
 *
 * @param inactivity after this time without a new span
 * @param maxTraceAge but at the latest this long after its first
 */
public record DecisionTiming(Duration inactivity, Duration maxTraceAge) {

    public DecisionTiming {
        if (inactivity.toMillis() <= 0) {
            throw new IllegalArgumentException("inactivity must be longer than 0, not " + inactivity + "; try 60s");
        }
        if (maxTraceAge.compareTo(inactivity) < 0) {
            throw new IllegalArgumentException(
                    "max-trace-age (" + maxTraceAge + ") must not be shorter than inactivity (" + inactivity + ")");
        }
    }
}
