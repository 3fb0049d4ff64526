package io.hotspan.generator.backfill;

import java.time.Duration;
import java.time.Instant;

/**
 * A range to fill: {@code total} traces that start in {@code [from, to)}.
 *
 * @param pack name of the traffic pack
 */
record BackfillPlan(String pack, Instant from, Instant to, double tracesPerSecond, long firstIndex, long total) {

    static final long MOST_TRACES = 100_000_000;

    static long total(Instant from, Instant to, double tracesPerSecond) {
        return Math.round(Duration.between(from, to).toMillis() / 1e3 * tracesPerSecond);
    }
}
