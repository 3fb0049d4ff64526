package io.hotspan.heatmap.trace;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.query.SqlFragment;
import java.util.Collection;
import java.util.List;

/**
 * Knows from the Collector's look-up table when traces were, so that their spans are read from some minutes instead of
 * all. Without the table, or without one of the traces in it, the bloom filter over trace ids has to do.
 */
public final class TraceTimes {

    private static final String EXISTS = "SELECT count() FROM system.tables WHERE database = ? AND name = ?";

    private TraceTimes() {}

    /** The condition that finds all spans of some traces; {@code ids} is not empty. */
    public static SqlFragment spansOf(Collection<String> ids, StoreSession store) {
        SqlFragment ofTraces = SqlFragment.of("TraceId IN ?", List.copyOf(ids));
        return tableExists(store) ? ofTraces.and(during(ids, ofTraces, store)) : ofTraces;
    }

    private static SqlFragment during(Collection<String> ids, SqlFragment ofTraces, StoreSession store) {
        SqlFragment sql = SqlFragment.format("""
            SELECT toInt64(toUnixTimestamp(min(Start))), toInt64(toUnixTimestamp(max(End))), uniqExact(TraceId)
            FROM %s
            WHERE {}""".formatted(store.settings().qualifiedLookupTable()), ofTraces);
        return store.list(
                        sql,
                        row -> row.getLong(3) < ids.size() ? SqlFragment.TRUE : between(row.getLong(1), row.getLong(2)))
                .getFirst();
    }

    /** The table holds whole seconds, rounded down. */
    private static SqlFragment between(long startSeconds, long endSeconds) {
        return SqlFragment.of(
                "Timestamp >= toDateTime64(?, 9, 'UTC') AND Timestamp < toDateTime64(?, 9, 'UTC')",
                startSeconds,
                endSeconds + 1);
    }

    private static boolean tableExists(StoreSession store) {
        String table = store.settings().table() + "_trace_id_ts";
        return store.list(SqlFragment.of(EXISTS, store.settings().database(), table), row -> row.getLong(1))
                        .getFirst()
                > 0;
    }
}
