package io.hotspan.heatmap.grid;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** The column widths a heatmap may have: those people read off a clock, so that columns meet the ticks of an axis. */
final class TimeSteps {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private static final List<Long> WITHIN_A_DAY = LongStream.of(
                    1, 2, 5, 10, 15, 30, // seconds
                    60, 120, 300, 600, 900, 1_800, // minutes
                    3_600, 7_200, 10_800, 21_600, 43_200, DAY) // hours
            .boxed()
            .toList();

    private TimeSteps() {}

    /**
     * The finest step that covers whole columns from {@code fromNanos} to {@code toNanos} in {@code maxColumns} or
     * less, and is a multiple of {@code unit}, which divides a day.
     */
    static Duration finest(long fromNanos, long toNanos, int maxColumns, Duration unit) {
        return WITHIN_A_DAY.stream()
                .filter(seconds -> seconds % unit.toSeconds() == 0)
                .map(Duration::ofSeconds)
                .filter(step -> columns(fromNanos, toNanos, step) <= maxColumns)
                .findFirst()
                .orElseGet(() -> wholeDays(fromNanos, toNanos, maxColumns));
    }

    /** How many columns of width {@code step}, aligned to the epoch, touch the range. */
    static long columns(long fromNanos, long toNanos, Duration step) {
        long width = step.toNanos();
        return Math.ceilDiv(toNanos, width) - Math.floorDiv(fromNanos, width);
    }

    private static Duration wholeDays(long fromNanos, long toNanos, int maxColumns) {
        long days = 2;
        while (columns(fromNanos, toNanos, Duration.ofDays(days)) > maxColumns) {
            days++;
        }
        return Duration.ofDays(days);
    }
}
