package io.hotspan.heatmap.grid;

import io.hotspan.spanstore.predicate.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a heatmap: {@code [from, to)} cut into equal steps that start at multiples of the step since the
 * epoch.
 *
 * <p>The range is widened to whole columns, so every cell is complete and two heatmaps of one step share their columns.
 */
public record TimeGrid(TimeRange range, Duration step) {

    private static final int BLOCKS = 8;

    public TimeGrid {
        if (range.fromNanos() % step.toNanos() != 0 || range.toNanos() % step.toNanos() != 0) {
            throw new IllegalArgumentException("The range must start and end on a multiple of " + step);
        }
    }

    /** Covers {@code asked} with the finest step that needs no more than {@code maxColumns}. */
    public static TimeGrid covering(TimeRange asked, int maxColumns) {
        return covering(asked, maxColumns, Duration.ofSeconds(1));
    }

    /** The same, of steps that are multiples of {@code unit}. */
    public static TimeGrid covering(TimeRange asked, int maxColumns, Duration unit) {
        return withStep(asked, TimeSteps.finest(asked.fromNanos(), asked.toNanos(), maxColumns, unit));
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

    /**
     * About {@code share} of the grid, in blocks of whole columns spread evenly over it; all of it if the share is
     * large.
     */
    public List<TimeRange> blocks(double share) {
        int columns = columns();
        int width = (int) Math.ceil(columns * share / BLOCKS);
        if (width * BLOCKS * 2 > columns) {
            return List.of(range);
        }
        List<TimeRange> blocks = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            // The middle of each eighth of the grid.
            int first = (int) ((2L * block + 1) * columns / (2 * BLOCKS)) - width / 2;
            Instant from = range.from().plus(step.multipliedBy(first));
            blocks.add(new TimeRange(from, from.plus(step.multipliedBy(width))));
        }
        return blocks;
    }

    private static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
