package io.hotspan.heatmap.cells;

import io.hotspan.spanstore.schema.SpanColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a reader of a heatmap should know about its figures. */
final class Notices {

    /** Of a normal distribution, 95 % lie within so many standard deviations. */
    private static final double STANDARD_ERRORS_95 = 1.96;

    private Notices() {}

    static List<Notice> of(SpanColumns columns, CellTable table, long sampled, double variance) {
        List<Notice> notices = new ArrayList<>();
        if (sampled > 0) {
            notices.add(new Notice(
                    Notice.Code.SAMPLED,
                    String.format(
                            Locale.ROOT,
                            "Estimated from %,d kept spans, %,d of them sampled; the total is right to ± %,.0f (95 %%).",
                            table.storedSpans(),
                            sampled,
                            STANDARD_ERRORS_95 * Math.sqrt(variance))));
        }
        List<String> missing = columns.missing();
        if (missing.contains("SampleWeight")) {
            notices.add(new Notice(
                    Notice.Code.WEIGHTS_UNKNOWN,
                    "The table records no weights: every stored span counts once, whatever was dropped before."));
        }
        if (missing.contains("LatencyBucket")) {
            notices.add(
                    new Notice(
                            Notice.Code.COMPUTED,
                            "The table has no LatencyBucket column: buckets were computed from durations, which takes longer."));
        }
        return notices;
    }
}
