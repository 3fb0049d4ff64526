package io.hotspan.heatmap.grid;

import io.hotspan.spanstore.predicate.TimeRange;
import java.time.Duration;
import java.time.Instant;

/**
 * The columns of a heatmap: {@code [from, to)} cut into equal steps that start at multiples of the step since the
 * epoch.
 *
 * <p>The range is widened to whole columns, so every cell is complete and two heatmaps of one step share their columns.
 */
public record TimeGrid(TimeRange range, Duration step) {

    public TimeGrid {
        if (range.fromNanos() % step.toNanos() != 0 || range.toNanos() % step.toNanos() != 0) {
            throw new IllegalArgumentException("The range must start and end on a multiple of " + step);
        }
    }

    /** Covers {@code asked} with the finest step that needs no more than {@code maxColumns}. */
    public static TimeGrid covering(TimeRange asked, int maxColumns) {
        return withStep(asked, TimeSteps.finest(asked.fromNanos(), asked.toNanos(), maxColumns));
    }

    /** Covers {@code asked} with columns of a given width. */
    public static TimeGrid withStep(TimeRange asked, Duration step) {
        long width = step.toNanos();
        long from = Math.floorDiv(asked.fromNanos(), width) * width;
        long to = Math.ceilDiv(asked.toNanos(), width) * width;
        return new TimeGrid(new TimeRange(instant(from), instant(to)), step);
    }

    /** How many columns of a given width it takes to cover {@code asked}. */
    public static long columns(TimeRange asked, Duration step) {
        return TimeSteps.columns(asked.fromNanos(), asked.toNanos(), step);
    }

    /** How many columns the grid has. */
    public int columns() {
        return Math.toIntExact(columns(range, step));
    }

    private static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
