package io.hotspan.spanstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * Pools of the driver's connections: each owns an HTTP client and asks the server who it is, too dear for one query.
 */
final class ConnectionPool {
    private static final Duration WAIT = Duration.ofSeconds(5);

    private ConnectionPool() {}

    static HikariDataSource open(SpanStoreSettings settings, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("clickhouse-" + name);
        config.setJdbcUrl("jdbc:clickhouse:" + settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setConnectionTimeout(WAIT.toMillis());
        config.setValidationTimeout(WAIT.toMillis() / 2);
        // A service starts, and says that it is not ready, while ClickHouse is away.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("client_name", "hotspan");
        // Without this the driver repeats a query that ran into its time limit, three times.
        config.addDataSourceProperty(
                "client_retry_on_failures", "NoHttpResponse,ConnectTimeout,ConnectionRequestTimeout");
        return new HikariDataSource(config);
    }
}
