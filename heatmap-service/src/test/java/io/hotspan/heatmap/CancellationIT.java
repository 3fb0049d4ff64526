package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.SlowTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller that leaves ends its query on the server, long before the query's time is up. */
class CancellationIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String BODY =
            "{\"from\":\"2026-03-01T14:00:00Z\",\"to\":\"2026-03-01T15:00:00Z\",\"scope\":\"all\"}";

    private static SlowTable slow;
    private static RunningService service;

    @BeforeAll
    static void start() {
        slow = new SlowTable();
        service = RunningService.over(slow.table(), "--hotspan.clickhouse.max-execution-time=120s");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void callerThatLeaves_endsTheQuery(String accept) throws IOException {
        try (Socket caller = ask("/api/v1/heatmap", accept)) {
            slow.awaitRunningQueries(1, SOON);
            assertThat(caller.isConnected()).isTrue();
        }

        slow.awaitRunningQueries(0, SOON);
    }

    @Test
    void callerOfSpansThatLeaves_endsTheQuery() throws IOException {
        try (Socket caller = ask("/api/v1/spans", "application/json")) {
            slow.awaitRunningQueries(1, SOON);
            assertThat(caller.isConnected()).isTrue();
        }

        slow.awaitRunningQueries(0, SOON);
    }

    @Test
    void callerThatWaits_seesProgressOnTheWay() {
        List<String> lines;
        try (Stream<String> events = service.stream(service.postRequest("/api/v1/heatmap", BODY)
                .header("Accept", "text/event-stream")
                .build())) {
            lines = events.filter(line -> !line.isEmpty()).limit(6).toList();
        }

        slow.awaitRunningQueries(0, SOON);
        assertThat(lines.stream().filter(line -> line.equals("event:progress"))).hasSize(3);
        assertThat(lines.stream().filter(line -> line.startsWith("data:")))
                .allSatisfy(data -> assertThat(data).matches("data:\\{\"readRows\":\\d+,\"totalRows\":\\d+}"));
    }

    @Test
    void serviceThatStops_endsItsQueries() throws IOException {
        RunningService stopping = RunningService.over(
                slow.table(),
                "--hotspan.clickhouse.max-execution-time=120s",
                "--spring.lifecycle.timeout-per-shutdown-phase=1s");
        try (Socket caller = ask(stopping, "/api/v1/heatmap", "application/json")) {
            slow.awaitRunningQueries(1, SOON);
            stopping.close();
            assertThat(caller.isConnected()).isTrue();
        }

        slow.awaitRunningQueries(0, SOON);
    }

    private static Socket ask(String path, String accept) throws IOException {
        return ask(service, path, accept);
    }

    private static Socket ask(RunningService asked, String path, String accept) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.port());
        String request =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(path, accept, BODY.length(), BODY);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }
}
