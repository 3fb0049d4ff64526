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

    /**
     * A pool that connects when it is asked to.
     *
     * @param silence how long a connection waits for a server that says nothing, unless the statement says otherwise
     */
    static HikariDataSource open(SpanStoreSettings settings, String name, int size, Duration silence) {
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
        config.addDataSourceProperty("connection_timeout", Long.toString(WAIT.toMillis()));
        // The driver's own is none. A pool has one thread that connects: where a server (or what became of its host)
        // takes the connection and is silent, that thread would wait for ever, and the pool with it.
        config.addDataSourceProperty("socket_timeout", Long.toString(silence.toMillis()));
        // A connection that the server closed meanwhile is no failure. The driver would also repeat, three times and
        // each with a stack trace in the log, a query that ran into its time limit and a connection that was refused.
        config.addDataSourceProperty("client_retry_on_failures", "NoHttpResponse");
        return new HikariDataSource(config);
    }
}
