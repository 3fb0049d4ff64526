package io.hotspan.sampling.explain.source;

import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ClickHouse that span-writer stores decisions in.
 *
 * @param url its HTTP address; decisions are looked up in their log alone if it is empty
 * @param username a user who may read the tables; read-only is enough
 * @param password that user's
 * @param database of the span table
 * @param table the span table, beside which decisions are
 * @param maxExecutionTime of one query
 */
@ConfigurationProperties("hotspan.sampler.clickhouse")
public record DecisionStoreProperties(
        @DefaultValue("") String url,
        @DefaultValue("default") String username,
        @DefaultValue("") String password,
        @DefaultValue("otel") String database,
        @DefaultValue("otel_traces") String table,
        @DefaultValue("10s") Duration maxExecutionTime) {

    private static final int CONNECTIONS = 4;

    public DecisionStoreProperties {
        if (!url.isEmpty()) {
            settings(url, username, password, database, table, maxExecutionTime);
        }
    }

    /** How to reach it. */
    public SpanStoreSettings settings() {
        return settings(url, username, password, database, table, maxExecutionTime);
    }

    private static SpanStoreSettings settings(
            String url, String username, String password, String database, String table, Duration maxExecutionTime) {
        QueryLimits limits = QueryLimits.DEFAULT.withMaxExecutionTime(maxExecutionTime);
        // How long decisions are kept is the writer's to say; nothing is made here.
        return new SpanStoreSettings(
                URI.create(url), username, password, database, table, limits, CONNECTIONS, Duration.ZERO);
    }
}
