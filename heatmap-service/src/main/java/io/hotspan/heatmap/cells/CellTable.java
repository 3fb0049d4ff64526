package io.hotspan.heatmap.cells;

import io.hotspan.heatmap.grid.TimeGrid;
import io.hotspan.telemetry.latency.LatencyBuckets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays counted cells out as the answer wants them: rows without gaps, cells as parallel arrays, totals. */
final class CellTable {
    private final Heatmap.Source source;
    private final List<Integer> columns = new ArrayList<>();
    private final List<Integer> buckets = new ArrayList<>();
    private final List<Double> counts = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    private final List<Long> stored = new ArrayList<>();

    private int lowest = Integer.MAX_VALUE;
    private int highest = Integer.MIN_VALUE;
    private double totalCount;
    private double totalErrors;
    private long totalStored;

    CellTable(Heatmap.Source source) {
        this.source = source;
    }

    /** Adds a cell that says nothing of stored spans. */
    void add(int column, int bucket, double count, double errorCount) {
        add(column, bucket, count, errorCount, 0);
    }

    /** Adds a cell; cells come ordered by column, then by bucket. */
    void add(int column, int bucket, double count, double errorCount, long storedCount) {
        columns.add(column);
        buckets.add(bucket);
        counts.add(count);
        errors.add(errorCount);
        stored.add(storedCount);
        lowest = Math.min(lowest, bucket);
        highest = Math.max(highest, bucket);
        totalCount += count;
        totalErrors += errorCount;
        totalStored += storedCount;
    }

    /** The answer on these columns. */
    Heatmap heatmap(TimeGrid grid, double variance, List<Notice> notices) {
        return new Heatmap(
                grid.range().from(),
                grid.range().to(),
                grid.step().toNanos(),
                grid.columns(),
                rows(),
                cells(),
                totals(variance),
                notices.stream().noneMatch(notice -> notice.code() == Notice.Code.SAMPLED),
                source,
                notices);
    }

    List<Heatmap.Row> rows() {
        List<Heatmap.Row> rows = new ArrayList<>();
        for (int bucket = lowest; bucket <= highest; bucket++) {
            long above = LatencyBuckets.lowerNanos(bucket);
            long upTo = LatencyBuckets.upperNanos(bucket);
            // Below 6 ns some buckets hold no whole number of nanoseconds.
            if (above < upTo) {
                rows.add(new Heatmap.Row(bucket, above, upTo));
            }
        }
        return rows;
    }

    Heatmap.Cells cells() {
        Map<Integer, Integer> positions = new HashMap<>();
        for (Heatmap.Row row : rows()) {
            positions.put(row.index(), positions.size());
        }
        return new Heatmap.Cells(
                columns, buckets.stream().map(positions::get).toList(), counts, errors, knowsStored() ? stored : null);
    }

    Heatmap.Totals totals(double variance) {
        return new Heatmap.Totals(totalCount, totalErrors, knowsStored() ? totalStored : null, Math.sqrt(variance));
    }

    long storedSpans() {
        return totalStored;
    }

    private boolean knowsStored() {
        return source == Heatmap.Source.SPANS;
    }
}
