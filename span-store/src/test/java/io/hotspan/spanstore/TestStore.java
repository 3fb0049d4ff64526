package io.hotspan.spanstore;

import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;

/** Stores on the tests' server, each with a database of its own. */
public final class TestStore {
    private TestStore() {}

    public static SpanStoreSettings settings() {
        return settings(TestServers.clickHouse().freshDatabase(), Duration.ofDays(30));
    }

    static SpanStoreSettings settings(String database, Duration retention) {
        TestClickHouse server = TestServers.clickHouse();
        return new SpanStoreSettings(
                URI.create(server.httpUrl()),
                server.username(),
                server.password(),
                database,
                "otel_traces",
                QueryLimits.DEFAULT,
                4,
                retention);
    }
}
