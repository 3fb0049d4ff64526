package io.hotspan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneIT {

    private static final String TRACE_ID = "5b8efff798038103d269b633813fc60c";

    @TempDir
    private Path directory;

    @Test
    void span_isFoundAgainEvenAfterARestart_andNoProcessStays() throws Exception {
        try (StandaloneProcess hotspan =
                StandaloneProcess.start(directory, "--no-traffic").awaitReady()) {
            assertThat(send(hotspan)).isEqualTo(200);
            assertThat(makeRule(hotspan)).isEqualTo(201);
            await().atMost(Duration.ofSeconds(60)).until(() -> trace(hotspan), this::isWhatWasSent);
            List<ProcessHandle> children = hotspan.children();
            assertThat(children).isNotEmpty();
            hotspan.process().destroy();
            await().atMost(StandaloneProcess.STOP)
                    .until(() -> !hotspan.process().isAlive());
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }

        try (StandaloneProcess hotspan =
                StandaloneProcess.start(directory, "--no-traffic").awaitReady()) {
            assertThat(trace(hotspan)).matches(this::isWhatWasSent);
            assertThat(send(rules(hotspan)).body()).contains("outlives a restart");
            List<ProcessHandle> children = hotspan.children();
            hotspan.process().destroyForcibly();
            await().atMost(StandaloneProcess.STOP).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private boolean isWhatWasSent(String trace) {
        return trace.contains("checkout") && trace.contains("tenant-acme") && trace.contains("eu-west-1");
    }

    @Test
    void takenPort_isASentenceThatNamesTheOption() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                StandaloneProcess hotspan = StandaloneProcess.start(directory, "--port=" + taken.getLocalPort())) {
            assertThat(hotspan.awaitEnd()).isEqualTo(1);
            assertThat(hotspan.output())
                    .contains("Port %d, which the page should listen on, is taken".formatted(taken.getLocalPort()))
                    .contains("choose another with --port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void directoryOfSomethingElse_isLeftAlone() throws Exception {
        Path photo = Files.createDirectories(directory.resolve("kafka")).resolve("photo.jpg");
        Files.createFile(photo);
        try (StandaloneProcess hotspan = StandaloneProcess.start(directory, "--fresh")) {
            assertThat(hotspan.awaitEnd()).isEqualTo(1);
            assertThat(hotspan.output())
                    .contains("holds files that are not Hotspan's")
                    .doesNotContain("\tat ");
        }
        assertThat(photo).exists();
    }

    @Test
    void dataDirectoryThatIsAFile_isNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        try (StandaloneProcess hotspan = StandaloneProcess.start(file)) {
            assertThat(hotspan.awaitEnd()).isEqualTo(1);
            assertThat(hotspan.output())
                    .contains("The data directory " + file + " cannot be written")
                    .doesNotContain("\tat ");
        }
    }

    private static int send(StandaloneProcess hotspan) throws IOException, InterruptedException {
        long end = Instant.now().toEpochMilli() * 1_000_000;
        String body = """
                {"resourceSpans": [{
                  "resource": {"attributes": [
                    {"key": "service.name", "value": {"stringValue": "shop"}},
                    {"key": "cloud.region", "value": {"stringValue": "eu-west-1"}}]},
                  "scopeSpans": [{"spans": [{
                    "traceId": "%s", "spanId": "eee19b7ec3c1b174", "name": "checkout", "kind": 2,
                    "startTimeUnixNano": "%d", "endTimeUnixNano": "%d", "status": {"code": 2},
                    "attributes": [{"key": "tenant_id", "value": {"stringValue": "tenant-acme"}}]}]}]}]}
                """.formatted(TRACE_ID, end - 1_500_000_000, end);
        return send(HttpRequest.newBuilder(URI.create(hotspan.otlpHttpUrl() + "/v1/traces"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static int makeRule(StandaloneProcess hotspan) throws IOException, InterruptedException {
        String rule = """
                {"description": "outlives a restart", "action": "force_keep", "match": {"all": true}}
                """;
        return send(rules(hotspan)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(rule)))
                .statusCode();
    }

    private static HttpRequest.Builder rules(StandaloneProcess hotspan) throws IOException {
        return HttpRequest.newBuilder(URI.create(hotspan.serviceUrl("tail-sampler") + "/admin/force-rules"));
    }

    private static String trace(StandaloneProcess hotspan) throws IOException, InterruptedException {
        String url = hotspan.serviceUrl("heatmap-service") + "/api/v1/traces/" + TRACE_ID;
        return send(HttpRequest.newBuilder(URI.create(url))).body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
