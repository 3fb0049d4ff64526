package io.hotspan.spanstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.spanstore.error.StoreUnavailableException;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.spanstore.query.SqlFragment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that takes connections and says nothing, as one does whose process is stopped or whose network is cut. */
class SilentServerIT {
    private static final SqlFragment ONE = SqlFragment.of("SELECT 1");

    @TempDir
    Path data;

    @Test
    void silentServer_isUnavailableAndOneInItsPlaceIsFound() throws Exception {
        int port;
        SpanStore store;
        Thread listening;
        List<Socket> leftOpen = new CopyOnWriteArrayList<>();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            listening = Thread.ofVirtual().start(() -> acceptAll(silent, leftOpen));
            port = silent.getLocalPort();
            store = SpanStore.open(settings(port));
            assertThatThrownBy(() -> ask(store)).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(store::serverVersion)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("ClickHouse did not answer within 2 s");
        }
        // The port is free once the thread that waits for connections has noticed.
        listening.join();
        try (store;
                EmbeddedClickHouse _ = EmbeddedClickHouse.start(data, port)) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> ask(store).equals(List.of(1)));
            assertThat(store.serverVersion()).matches("\\d+\\.\\d+\\..*");
            assertThat(leftOpen).isNotEmpty();
        } finally {
            for (Socket connection : leftOpen) {
                connection.close();
            }
        }
    }

    private static void acceptAll(ServerSocket listener, List<Socket> accepted) {
        try {
            while (true) {
                accepted.add(listener.accept());
            }
        } catch (IOException closed) {
            // What was accepted stays open: nobody tells the other end that this one is gone.
        }
    }

    private static List<Integer> ask(SpanStore store) {
        return store.query(ONE).list(row -> row.getInt(1));
    }

    private static SpanStoreSettings settings(int port) {
        QueryLimits quick = QueryLimits.DEFAULT.withMaxExecutionTime(Duration.ofSeconds(1));
        return new SpanStoreSettings(
                URI.create("http://127.0.0.1:" + port), "default", "", "otel", "otel_traces", quick, 4, Duration.ZERO);
    }
}
