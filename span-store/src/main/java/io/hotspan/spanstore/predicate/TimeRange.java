package io.hotspan.spanstore.predicate;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.rollup.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The spans that start in {@code [from, to)}. */
public record TimeRange(Instant from, Instant to) {
    /** The largest instant that nanoseconds in a long can hold. */
    private static final Instant LATEST = Instant.EPOCH.plusNanos(Long.MAX_VALUE);

    private static final long ROLLUP_NANOS =
            Duration.ofSeconds(Rollup.STEP_SECONDS).toNanos();

    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to: " + from + " … " + to);
        }
        if (from.isBefore(Instant.EPOCH) || to.isAfter(LATEST)) {
            throw new IllegalArgumentException("spans start between " + Instant.EPOCH + " and " + LATEST);
        }
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Nanoseconds since 1970 of the first instant. */
    public long fromNanos() {
        return nanos(from);
    }

    /** Nanoseconds since 1970 of the first instant after it. */
    public long toNanos() {
        return nanos(to);
    }

    /**
     * The condition on a row. The bare column on the left lets the server use the partition and, as {@code toDateTime}
     * is monotonic, the third column of the primary key.
     */
    public SqlFragment where() {
        return SqlFragment.of(
                "Timestamp >= fromUnixTimestamp64Nano(?, 'UTC') AND Timestamp < fromUnixTimestamp64Nano(?, 'UTC')",
                fromNanos(),
                toNanos());
    }

    /** The same condition on a row of rollups; both ends must be multiples of ten seconds since the epoch. */
    public SqlFragment whereRollup() {
        if (fromNanos() % ROLLUP_NANOS != 0 || toNanos() % ROLLUP_NANOS != 0) {
            throw new IllegalArgumentException("rollups count ten seconds each: " + from + " … " + to);
        }
        return SqlFragment.of(
                "Time >= toDateTime64(?, 0, 'UTC') AND Time < toDateTime64(?, 0, 'UTC')",
                from.getEpochSecond(),
                to.getEpochSecond());
    }

    private static long nanos(Instant instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }
}
