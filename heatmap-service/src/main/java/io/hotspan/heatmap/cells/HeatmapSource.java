package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;

/**
 * What a heatmap can be counted from. Stored spans answer every question, as an estimate where spans were sampled.
 * Counts made before sampling are exact, but only know the dimensions they were counted by: they are to be asked first,
 * for questions within those, and belong here as a second permitted type that says which questions it can answer.
 */
sealed interface HeatmapSource permits StoredSpans {

    /** Counts what the query asks for. */
    Heatmap count(HeatmapQuery query, StoreSession store);
}
