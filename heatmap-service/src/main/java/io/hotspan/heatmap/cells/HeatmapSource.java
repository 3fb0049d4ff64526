package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;
import java.util.List;

/**
 * What a heatmap can be counted from. Stored spans answer every question, as an estimate where spans were sampled.
 * Rollups, counted before sampling, are exact but only know the dimensions they were counted by.
 */
sealed interface HeatmapSource permits Rollups, StoredSpans {

    /** Counts what the query asks for, unless it cannot be told from this. */
    Outcome count(HeatmapQuery query, StoreSession store);

    /** What came of asking. */
    sealed interface Outcome {}

    /** A heatmap. */
    record Counted(Heatmap heatmap) implements Outcome {}

    /**
     * None.
     *
     * @param why what a reader should know of whose estimate stands in for it
     */
    record Untold(List<Notice> why) implements Outcome {

        /** The question is just not one for this source. */
        static final Untold OF_COURSE = new Untold(List.of());

        public Untold {
            why = List.copyOf(why);
        }
    }
}
