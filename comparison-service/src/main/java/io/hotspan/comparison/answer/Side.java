package io.hotspan.comparison.answer;

import io.hotspan.comparison.count.SideTotals;
import io.swagger.v3.oas.annotations.media.Schema;

/** All spans of one side. */
@Schema(name = "ComparisonSide", description = "All spans of one side.")
public record Side(
        @Schema(description = "Spans of the traffic, estimated if sampled.", example = "1412")
        double spans,

        @Schema(description = "Of them, failed.", example = "37")
        double errors,

        @Schema(description = "Rows in the store.", example = "1412")
        long stored) {

    /** The side in the words of the answer. */
    public static Side of(SideTotals totals) {
        return new Side(totals.all().weight(), totals.errors(), totals.all().stored());
    }
}
