package io.hotspan.query;

import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the spans are and what one query may cost.
 *
 * @param url the server's HTTP address
 * @param username a user who may read the tables; read-only is enough
 * @param password the user's password
 * @param database the database of the span table
 * @param table the span table, as the OpenTelemetry Collector's exporter makes it
 * @param maxExecutionTime a query that runs longer is ended and answered with 504
 * @param maxMemory a query that needs more is ended and answered with 422
 * @param maxConnections how many queries run at once; more wait
 */
@ConfigurationProperties("hotspan.clickhouse")
record ClickHouseProperties(
        @DefaultValue("http://localhost:8123") URI url,
        @DefaultValue("default") String username,
        @DefaultValue("") String password,
        @DefaultValue("otel") String database,
        @DefaultValue("otel_traces") String table,
        @DefaultValue("30s") Duration maxExecutionTime,
        @DefaultValue("2GB") DataSize maxMemory,
        @DefaultValue("16") int maxConnections) {

    ClickHouseProperties {
        if (maxConnections < 1 || maxConnections > 1_000) {
            throw new IllegalArgumentException(
                    "hotspan.clickhouse.max-connections must lie between 1 and 1000, not " + maxConnections);
        }
        if (maxExecutionTime.compareTo(Duration.ofMillis(100)) < 0
                || maxExecutionTime.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "hotspan.clickhouse.max-execution-time must lie between 100ms and 1h, not " + maxExecutionTime);
        }
        if (maxMemory.toBytes() < DataSize.ofMegabytes(1).toBytes()) {
            throw new IllegalArgumentException("hotspan.clickhouse.max-memory must be at least 1MB, not " + maxMemory);
        }
    }

    SpanStoreSettings settings() {
        QueryLimits limits =
                new QueryLimits(maxExecutionTime, maxMemory.toBytes(), QueryLimits.DEFAULT.maxResultRows());
        // How long spans are kept is the writer's to say; nothing is made here.
        return new SpanStoreSettings(url, username, password, database, table, limits, maxConnections, Duration.ZERO);
    }
}
