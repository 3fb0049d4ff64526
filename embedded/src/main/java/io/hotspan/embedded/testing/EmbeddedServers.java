package io.hotspan.embedded.testing;

import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.embedded.kafka.EmbeddedKafka;

/** Embedded servers with a throw-away data directory. */
final class EmbeddedServers {

    private EmbeddedServers() {}

    static TestClickHouse clickHouse() {
        TemporaryDirectory directory = TemporaryDirectory.create("hotspan-clickhouse-");
        EmbeddedClickHouse server = EmbeddedClickHouse.start(directory.path(), 0);
        atExit(server, directory);
        return new SharedClickHouse(server.httpUrl(), server::jdbcUrl, "default", "");
    }

    static TestKafka kafka() {
        TemporaryDirectory directory = TemporaryDirectory.create("hotspan-kafka-");
        EmbeddedKafka server = EmbeddedKafka.start(directory.path(), 0);
        atExit(server, directory);
        return new SharedKafka(server.bootstrapServers());
    }

    private static void atExit(AutoCloseable server, TemporaryDirectory directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (directory;
                    server) {
                // Closed in turn: first the server, then its directory.
            } catch (Exception e) {
                System.err.println("A test server did not end in peace: " + e);
            }
        }));
    }
}
