package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.rollup.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of a range was counted before sampling. Every span is counted before it is stored: where spans are stored
 * that were not counted, rollups began later, or are behind.
 */
enum RollupCoverage {
    /** All of it, as far as can be seen from what is stored. */
    ALL,
    /** Some of it. */
    PART,
    /** None of it: nothing was counted on any of its days. */
    NONE;

    private static final long STEP_NANOS =
            Duration.ofSeconds(Rollup.STEP_SECONDS).toNanos();

    /** How much of a range's newest spans is held against the counts; what is behind is behind there. */
    private static final Duration TAIL = Duration.ofMinutes(1);

    static RollupCoverage of(TimeRange range, StoreSession store) {
        Map<String, Stretch> counted = new HashMap<>();
        Map<String, Stretch> stored = new HashMap<>();
        store.forEach(
                days(range, store),
                row -> (row.getBoolean("counted") ? counted : stored)
                        .put(row.getString("day"), new Stretch(row.getLong("first"), row.getLong("end"))));
        if (counted.isEmpty()) {
            return NONE;
        }
        long newest = Long.MIN_VALUE;
        for (Map.Entry<String, Stretch> day : stored.entrySet()) {
            Stretch within = day.getValue().within(range);
            if (!within.isEmpty()) {
                Stretch its = counted.get(day.getKey());
                if (its == null || !its.covers(within)) {
                    return PART;
                }
                newest = Math.max(newest, within.end);
            }
        }
        return newest == Long.MIN_VALUE || isCounted(tail(range, newest), store) ? ALL : PART;
    }

    /** Read from what the server knows of each day's parts, without a look at a row. */
    private static SqlFragment days(TimeRange range, StoreSession store) {
        String template = """
                SELECT 1 AS counted, toString(toDate(Time)) AS day,
                    toInt64(min(Time)) * 1000000000 AS first, (toInt64(max(Time)) + %1$d) * 1000000000 AS end
                FROM %2$s WHERE toDate(Time) BETWEEN {} AND {} GROUP BY toDate(Time)
                UNION ALL
                SELECT 0, toString(toDate(Timestamp)),
                    toUnixTimestamp64Nano(min(Timestamp)), toUnixTimestamp64Nano(max(Timestamp)) + 1
                FROM %3$s WHERE toDate(Timestamp) BETWEEN {} AND {} GROUP BY toDate(Timestamp)""".formatted(
                        Rollup.STEP_SECONDS,
                        store.settings().qualifiedRollupTable(),
                        store.settings().qualifiedTable());
        SqlFragment first = SqlFragment.of("toDate(fromUnixTimestamp64Nano(?))", range.fromNanos());
        SqlFragment last = SqlFragment.of("toDate(fromUnixTimestamp64Nano(?))", range.toNanos());
        return SqlFragment.format(template, first, last, first, last);
    }

    private static TimeRange tail(TimeRange range, long newest) {
        Instant end = Instant.EPOCH.plusNanos(Math.ceilDiv(newest, STEP_NANOS) * STEP_NANOS);
        Instant start = end.minus(TAIL);
        return new TimeRange(start.isBefore(range.from()) ? range.from() : start, end);
    }

    /**
     * Whether in no ten seconds more spans alike are stored than were counted. The newest count alone would not tell:
     * it is one partition's, and another's may be behind. Names are left out, for some are counted as one.
     */
    private static boolean isCounted(TimeRange range, StoreSession store) {
        String template = """
                SELECT count() FROM (
                    SELECT 1 FROM (
                        SELECT toInt64(Time) AS second, SpanKind AS kind, StatusCode AS status, toUInt8(IsRoot) AS root,
                            LatencyBucket AS bucket, toInt64(Spans) AS spans
                        FROM %2$s WHERE {}
                        UNION ALL
                        SELECT intDiv(toUnixTimestamp64Nano(Timestamp), %5$d) * %1$d, SpanKind, StatusCode,
                            ParentSpanId = '', %4$s, -1
                        FROM %3$s WHERE {}
                    )
                    GROUP BY second, kind, status, root, bucket
                    HAVING sum(spans) < 0
                )""".formatted(
                        Rollup.STEP_SECONDS,
                        store.settings().qualifiedRollupTable(),
                        store.settings().qualifiedTable(),
                        store.columns().latencyBucket(),
                        STEP_NANOS);
        SqlFragment sql = SqlFragment.format(template, range.whereRollup(), range.where());
        return store.list(sql, row -> row.getLong(1)).getFirst() == 0;
    }

    /** From the first nanosecond of something to the one after its last. */
    private record Stretch(long first, long end) {

        Stretch within(TimeRange range) {
            return new Stretch(Math.max(first, range.fromNanos()), Math.min(end, range.toNanos()));
        }

        boolean isEmpty() {
            return first >= end;
        }

        boolean covers(Stretch other) {
            return first <= other.first && other.end <= end;
        }
    }
}
