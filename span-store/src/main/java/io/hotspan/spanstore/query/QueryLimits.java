package io.hotspan.spanstore.query;

import java.time.Duration;

/** What one query may cost the server; past any of them it fails with a typed exception. */
public record QueryLimits(Duration maxExecutionTime, long maxMemoryBytes, long maxResultRows) {
    /** 30 seconds, 2 GiB, a million rows. */
    public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(30), 2L << 30, 1_000_000);

    public QueryLimits {
        if (maxExecutionTime.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("max-execution-time must be at least 1ms but is " + maxExecutionTime);
        }
        if (maxMemoryBytes < 1 << 20) {
            throw new IllegalArgumentException("max-memory must be at least 1MB but is " + maxMemoryBytes + " bytes");
        }
        if (maxResultRows < 1) {
            throw new IllegalArgumentException("max-result-rows must be at least 1 but is " + maxResultRows);
        }
    }

    /** The same limits with another time. */
    public QueryLimits withMaxExecutionTime(Duration time) {
        return new QueryLimits(time, maxMemoryBytes, maxResultRows);
    }
}
