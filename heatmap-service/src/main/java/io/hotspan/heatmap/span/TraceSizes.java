package io.hotspan.heatmap.span;

import io.hotspan.heatmap.trace.TraceTimes;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.query.SqlFragment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the stored spans of traces. */
final class TraceSizes {

    private TraceSizes() {}

    static Map<String, Long> of(List<String> traceIds, StoreSession store) {
        Map<String, Long> sizes = new HashMap<>();
        store.forEach(
                SqlFragment.format(
                        "SELECT TraceId, count() FROM %s WHERE {} GROUP BY TraceId"
                                .formatted(store.settings().qualifiedTable()),
                        TraceTimes.spansOf(traceIds, store)),
                row -> sizes.put(row.getString(1), row.getLong(2)));
        return sizes;
    }
}
