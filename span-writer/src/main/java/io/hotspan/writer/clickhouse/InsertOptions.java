package io.hotspan.writer.clickhouse;

import com.clickhouse.client.api.insert.InsertSettings;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.SqlFragment;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What accompanies every insert. */
record InsertOptions(Map<String, String> serverSettings, long timeoutMillis) {
    private static final long GRACE_SECONDS = 10;

    /** Settings that older servers do not know, and would refuse. */
    private static final Map<String, String> WHERE_KNOWN = Map.of(
            // Overrides insert_deduplicate, so a user's profile could switch off what our tokens rely on.
            "deduplicate_insert", "enable",
            // The Collector's bloom filters are half the cost of an insert; merges build them soon after, and the
            // parts until then are small.
            "materialize_skip_indexes_on_insert", "0");

    InsertOptions {
        serverSettings = Map.copyOf(serverSettings);
    }

    static InsertOptions of(SpanStore store) {
        SpanStoreSettings settings = store.settings();
        long seconds = Math.max(1, settings.limits().maxExecutionTime().toSeconds());
        Map<String, String> chosen = new HashMap<>(known(store));
        chosen.putAll(Map.of(
                "insert_deduplicate", "1",
                // A crash between the table and its look-up view must not leave the view behind.
                "deduplicate_blocks_in_dependent_materialized_views", "1",
                "async_insert", "0",
                // Late spans of many days may meet in one batch.
                "max_partitions_per_insert_block", "1000",
                "max_execution_time", Long.toString(seconds),
                "max_memory_usage", Long.toString(settings.limits().maxMemoryBytes())));
        return new InsertOptions(chosen, (seconds + GRACE_SECONDS) * 1_000);
    }

    InsertSettings withToken(String token) {
        InsertSettings insert = new InsertSettings().setDeduplicationToken(token);
        serverSettings.forEach(insert::serverSetting);
        insert.setNetworkTimeout(timeoutMillis, ChronoUnit.MILLIS);
        return insert;
    }

    private static Map<String, String> known(SpanStore store) {
        SqlFragment sql = SqlFragment.of(
                "SELECT name FROM system.settings WHERE has(?, name)", List.copyOf(WHERE_KNOWN.keySet()));
        return store.query(sql).list(row -> row.getString(1)).stream()
                .collect(Collectors.toMap(name -> name, name -> WHERE_KNOWN.getOrDefault(name, "")));
    }
}
