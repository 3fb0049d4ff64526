package io.hotspan.embedded.clickhouse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.DataDirectoryException;
import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.PortTakenException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedClickHouseIT {

    @TempDir
    private Path directory;

    @Test
    void restart_keepsData() throws Exception {
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0)) {
            query(server, "CREATE DATABASE otel");
            query(server, "CREATE TABLE otel.numbers (n UInt64) ENGINE = MergeTree ORDER BY n");
            query(server, "INSERT INTO otel.numbers SELECT number FROM numbers(1000)");
            assertThat(query(server, "SELECT count() FROM otel.numbers")).isEqualTo("1000");
        }
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0)) {
            assertThat(query(server, "SELECT count() FROM otel.numbers")).isEqualTo("1000");
        }
    }

    @Test
    void killOfTheChild_keepsData() throws Exception {
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0)) {
            query(server, "CREATE DATABASE otel");
            query(server, "CREATE TABLE otel.numbers (n UInt64) ENGINE = MergeTree ORDER BY n");
            query(server, "INSERT INTO otel.numbers SELECT number FROM numbers(1000)");
            server.process().destroyForcibly();
            await().until(() -> !server.process().isAlive());
        }
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0)) {
            assertThat(query(server, "SELECT count() FROM otel.numbers")).isEqualTo("1000");
        }
    }

    @Test
    void close_endsTheChildCleanly() {
        EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0);
        server.close();
        assertThat(server.process().isAlive()).isFalse();
        assertThat(LoopbackPort.isFree(server.port())).isTrue();
    }

    @Test
    void close_duringALongQuery_endsInTime() throws Exception {
        EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0);
        Thread query = Thread.startVirtualThread(() -> {
            try {
                query(server, "SELECT count() FROM system.numbers WHERE NOT ignore(sipHash64(number))");
            } catch (Exception e) {
                // Cut off, as it should be.
            }
        });
        await().until(() -> query(server, "SELECT count() FROM system.processes WHERE query LIKE '%sipHash64(number))'")
                .equals("1"));
        long start = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(server.process().isAlive()).isFalse();
        query.join();
    }

    @Test
    void sigterm_endsTheChild() {
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0)) {
            server.process().destroy();
            await().atMost(9, SECONDS).until(() -> !server.process().isAlive());
        }
    }

    @Test
    void killOfTheParent_leavesNoOrphan() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = parent.inputReader()) {
            String line;
            do {
                line = output.readLine();
            } while (line != null && !line.startsWith("child "));
            ProcessHandle child = ProcessHandle.of(Long.parseLong(line.substring("child ".length())))
                    .orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.destroyForcibly().waitFor();
            await().atMost(9, SECONDS).until(() -> !child.isAlive());
        }
    }

    @Test
    void takenPort_isNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.ADDRESS))) {
            assertThatThrownBy(() -> EmbeddedClickHouse.start(directory, taken.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void directoryInUse_isNamed() {
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0)) {
            assertThat(server.process().isAlive()).isTrue();
            assertThatThrownBy(() -> EmbeddedClickHouse.start(directory, 0))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining("in use by another process");
        }
    }

    @Test
    void directoryWithBlanksAndAmpersands_works() throws Exception {
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory.resolve("my data & <more>"), 0)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://example.org", "Origin, null", "Host, example.org:8123"})
    void requestFromAWebPage_findsNoHandler(String header, String value) throws Exception {
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(directory, 0);
                Socket socket = new Socket(InetAddress.ofLiteral(LoopbackPort.ADDRESS), server.port())) {
            String request = "GET /?query=SELECT%%201 HTTP/1.0\r\n%s: %s\r\n\r\n".formatted(header, value);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.0 404");
        }
    }

    private static String query(EmbeddedClickHouse server, String sql) throws Exception {
        return ClickHouseClient.query(server.httpUrl(), sql);
    }
}
