package io.hotspan.heatmap.cells;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer: a grid of columns (time) and rows (latency), and the cells of it that hold spans. */
@Schema(description = "Spans counted by time and latency. Only cells that hold spans are listed.")
record Heatmap(
        @Schema(description = "Start of the first column: the asked start, rounded down to the step.")
        Instant from,

        @Schema(description = "End of the last column: the asked end, rounded up to the step.")
        Instant to,

        @Schema(
                description = "Width of a column in nanoseconds; columns start at its multiples since the epoch.",
                example = "10000000000")
        long stepNanos,

        @Schema(description = "How many columns the range has.", example = "180")
        int columns,

        @Schema(description = "The rows from the lowest that holds spans to the highest, without gaps, lowest first.")
        List<Row> rows,

        Cells cells,
        Totals totals,

        @Schema(
                description =
                        "True if every span of the traffic is counted: by source rollups, or because each stored one "
                                + "stands for itself alone; false if weights make this an estimate.")
        boolean exact,

        @Schema(
                description =
                        "What was counted. rollups: all traffic, counted before sampling, whatever is stored of it. "
                                + "spans: the stored spans, weighted.",
                allowableValues = {"spans", "rollups"})
        Source source,

        @Schema(description = "What a reader of the figures should know, for example that they are estimates.")
        List<Notice> notices) {

    Heatmap {
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /** The same answer with more to know about it. */
    Heatmap noting(List<Notice> more) {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Heatmap(from, to, stepNanos, columns, rows, cells, totals, exact, source, all);
    }

    /** A latency bucket: OpenTelemetry's base-2 exponential histogram, scale 2. */
    @Schema(
            name = "Row",
            description =
                    "A latency bucket of OpenTelemetry's base-2 exponential histogram at scale 2 (four per doubling).")
    record Row(
            @Schema(
                    description = "The bucket's index: 2^(index/4) ns < duration <= 2^((index+1)/4) ns.",
                    example = "79")
            int index,

            @Schema(
                    description = "Exclusive lower edge in nanoseconds; -1 for the row that holds 0.",
                    example = "881743")
            long aboveNanos,

            @Schema(description = "Inclusive upper edge in nanoseconds.", example = "1048576")
            long upToNanos) {}

    /** The occupied cells as parallel arrays: entry i of each describes cell i. */
    @Schema(
            name = "HeatmapCells",
            description = "The cells that hold spans, as arrays of one length: entry i of each is about cell i. "
                    + "Ordered by column, then by row.")
    record Cells(
            @Schema(description = "Column, from 0.") List<Integer> column,

            @Schema(description = "Position in rows, from 0.")
            List<Integer> row,

            @Schema(description = "How many spans of the traffic; of stored spans the sum of weights.")
            List<Double> count,

            @Schema(description = "How many of them have status error.")
            List<Double> errors,

            @Schema(description = "How many spans lie in the store; null if source is rollups.") @Nullable
            List<Long> stored) {

        Cells {
            column = List.copyOf(column);
            row = List.copyOf(row);
            count = List.copyOf(count);
            errors = List.copyOf(errors);
            stored = stored == null ? null : List.copyOf(stored);
        }
    }

    /** Sums over all cells. */
    @Schema(name = "HeatmapTotals", description = "Sums over all cells.")
    record Totals(
            @Schema(
                    description = "How many spans of the traffic; of stored spans the sum of weights.",
                    example = "1204331")
            double count,

            @Schema(description = "How many of them have status error.", example = "310")
            double errors,

            @Schema(description = "How many spans lie in the store; null if source is rollups.", example = "60217")
            @Nullable
            Long stored,

            @Schema(
                    description =
                            "Standard error of count (Horvitz-Thompson, traces sampled independently and kept whole); 0 if exact.",
                    example = "4820.5")
            double countStandardError) {}

    /** What was counted. */
    enum Source {
        /** The stored spans, each with its weight. */
        @JsonProperty("spans")
        SPANS,
        /** All spans, as they were counted before sampling. */
        @JsonProperty("rollups")
        ROLLUPS
    }
}
