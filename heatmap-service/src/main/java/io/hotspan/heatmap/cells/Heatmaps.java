package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;

/** Asks the source that knows all traffic first, then the one that can answer everything. */
final class Heatmaps {
    private final StoredSpans spans = new StoredSpans();
    private final HeatmapSource first;

    Heatmaps(RollupSettings rollups) {
        this.first = rollups.enabled() ? new Rollups() : spans;
    }

    Heatmap count(HeatmapQuery query, StoreSession store) {
        return switch (first.count(query, store)) {
            case HeatmapSource.Counted(Heatmap heatmap) -> heatmap;
            case HeatmapSource.Untold(var why) -> {
                Heatmap stored = spans.count(query, store).heatmap();
                // Where all was kept, rollups would have told nothing else.
                yield stored.exact() ? stored : stored.noting(why);
            }
        };
    }
}
