package io.hotspan.heatmap.field;

import io.hotspan.heatmap.HeatmapLimits;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.error.QueryTimeoutException;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Chooses how far back a look-up reads: as far as it takes to meet enough spans, and no further. The table is ordered
 * by service before time, so the first rows of any other reading would be those of the first services alone.
 */
final class NewestSpans {
    private static final Duration FIRST_WINDOW = Duration.ofMinutes(1);
    private static final int GROWTH = 8;
    private static final int SLICES = 64;

    /** With less than this left another look would not come back in time. */
    private static final Duration LEAST_TIME = Duration.ofMillis(50);

    private final long enough;
    private final Duration time;

    NewestSpans(HeatmapLimits limits) {
        this.enough = limits.sampledSpans();
        this.time = limits.lookupTime();
    }

    /** What part of {@code range} to read, and whether that is less than all of it. */
    record Window(TimeRange range, boolean partial) {}

    /** A part of a window, counted from its end, and how many spans it holds. */
    private record Slice(long index, long spans) {}

    /** The newest part of {@code range} that holds enough of the spans that {@code where} matches. */
    Window window(TimeRange range, SqlFragment where, StoreSession store) {
        long deadline = System.nanoTime() + time.toNanos();
        Duration length = FIRST_WINDOW;
        TimeRange last = newest(range, length);
        while (true) {
            TimeRange window = newest(range, length);
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.compareTo(LEAST_TIME) < 0) {
                return new Window(last, true);
            }
            try {
                List<Slice> slices = slices(window, where, left, store);
                if (slices.stream().mapToLong(Slice::spans).sum() >= enough) {
                    TimeRange narrowed = narrowed(window, slices);
                    return new Window(narrowed, !narrowed.equals(range));
                }
            } catch (QueryTimeoutException tooFar) {
                return new Window(last, true);
            }
            if (window.equals(range)) {
                return new Window(range, false);
            }
            last = window;
            length = length.multipliedBy(GROWTH);
        }
    }

    private static TimeRange newest(TimeRange range, Duration length) {
        Instant from = range.to().minus(length);
        return from.isAfter(range.from()) ? new TimeRange(from, range.to()) : range;
    }

    private List<Slice> slices(TimeRange window, SqlFragment where, Duration atMost, StoreSession store) {
        SqlFragment sql = SqlFragment.format(
                """
            SELECT intDiv({} - toUnixTimestamp64Nano(Timestamp), {}) AS slice, count()
            FROM %s
            WHERE {}
            GROUP BY slice
            ORDER BY slice""".formatted(store.settings().qualifiedTable()),
                SqlFragment.of("?", window.toNanos() - 1),
                SqlFragment.of("?", sliceNanos(window)),
                window.where().and(where));
        return store.list(sql, atMost, row -> new Slice(row.getLong(1), row.getLong(2)));
    }

    /** Leaves out the slices that are not needed; the newest are first. */
    private TimeRange narrowed(TimeRange window, List<Slice> slices) {
        long met = 0;
        for (Slice slice : slices) {
            met += slice.spans();
            if (met >= enough) {
                Duration length = Duration.ofNanos((slice.index() + 1) * sliceNanos(window));
                return newest(window, length);
            }
        }
        return window;
    }

    private static long sliceNanos(TimeRange window) {
        return Math.ceilDiv(window.length().toNanos(), SLICES);
    }
}
