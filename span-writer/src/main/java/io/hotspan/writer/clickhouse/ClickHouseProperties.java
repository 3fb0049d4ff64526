package io.hotspan.writer.clickhouse;

import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The ClickHouse that spans are written to.
 *
 * @param url its HTTP address
 * @param username a user who may create tables and insert
 * @param password that user's
 * @param database made if missing
 * @param table made if missing; an existing table of a Collector gets our columns beside its own
 * @param retention how long spans are kept in a table that is made; 0 keeps them
 * @param decisionRetention the same for sampling decisions
 * @param maxExecutionTime of one insert or migration
 * @param maxMemory of one insert or migration, in the server
 */
@ConfigurationProperties("hotspan.clickhouse")
record ClickHouseProperties(
        @DefaultValue("http://localhost:8123") URI url,
        @DefaultValue("default") String username,
        @DefaultValue("") String password,
        @DefaultValue("otel") String database,
        @DefaultValue("otel_traces") String table,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("7d") Duration decisionRetention,
        @DefaultValue("60s") Duration maxExecutionTime,
        @DefaultValue("2GB") DataSize maxMemory) {

    /** Migrations, health and nothing else go through the store's connections. */
    private static final int CONNECTIONS = 2;

    ClickHouseProperties {
        settings(url, username, password, database, table, retention, decisionRetention, maxExecutionTime, maxMemory);
    }

    SpanStoreSettings settings() {
        return settings(
                url, username, password, database, table, retention, decisionRetention, maxExecutionTime, maxMemory);
    }

    private static SpanStoreSettings settings(
            URI url,
            String username,
            String password,
            String database,
            String table,
            Duration retention,
            Duration decisionRetention,
            Duration maxExecutionTime,
            DataSize maxMemory) {
        QueryLimits limits = new QueryLimits(maxExecutionTime, maxMemory.toBytes(), Integer.MAX_VALUE);
        return new SpanStoreSettings(
                url, username, password, database, table, limits, CONNECTIONS, retention, decisionRetention);
    }
}
