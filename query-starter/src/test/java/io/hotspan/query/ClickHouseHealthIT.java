package io.hotspan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.service.HotspanService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Health over HTTP, with a ClickHouse that stops, hangs and comes back. */
class ClickHouseHealthIT {
    /** Two seconds of patience, and a slow machine. */
    private static final Duration SOON = Duration.ofSeconds(4);

    @TempDir
    Path data;

    @SpringBootApplication
    static class Asker {}

    @Test
    void clickHouseThatStopsAndComesBack_isDownMeanwhile() throws Exception {
        EmbeddedClickHouse first = EmbeddedClickHouse.start(data, 0);
        try (ConfigurableApplicationContext service = start(first.httpUrl())) {
            assertUp(service);
            assertThat(ask(service, "")
                            .body()
                            .at("/components/clickHouse/details/version")
                            .asString())
                    .matches("\\d+\\.\\d+\\..*");

            first.close();
            assertDown(service, "ClickHouse cannot be reached");

            try (EmbeddedClickHouse _ = EmbeddedClickHouse.start(data, first.port())) {
                assertUp(service);
            }
        }
    }

    @Test
    void clickHouseThatHangs_isDownMeanwhile() throws Exception {
        try (EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(data, 0);
                ConfigurableApplicationContext service = start(clickHouse.httpUrl())) {
            assertUp(service);

            signal(clickHouse, "STOP");
            try {
                assertDown(service, "ClickHouse did not answer within 2 s");
                assertDown(service, "ClickHouse did not answer within 2 s");
            } finally {
                signal(clickHouse, "CONT");
            }
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ask(service, "").status()).isEqualTo(200));
        }
    }

    @Test
    void serverThatNeverSaysAWord_holdsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ConfigurableApplicationContext service = start("http://127.0.0.1:" + silent.getLocalPort())) {
            assertDown(service, "ClickHouse did not answer within 2 s");
        }
    }

    @Test
    void refusedUser_isTheReason() {
        try (EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(data, 0);
                ConfigurableApplicationContext service =
                        start(clickHouse.httpUrl(), "--hotspan.clickhouse.username=nobody")) {
            assertDown(service, "ClickHouse refuses the configured user");
        }
    }

    private static ConfigurableApplicationContext start(String url, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("--server.port=0");
        settings.add("--spring.config.import=classpath:query-service.yml");
        settings.add("--hotspan.clickhouse.url=" + url);
        return HotspanService.run(Asker.class, "asker", settings.toArray(String[]::new));
    }

    private static void assertUp(ConfigurableApplicationContext service) {
        assertThat(ask(service, "").status()).isEqualTo(200);
        assertThat(ask(service, "/readiness").status()).isEqualTo(200);
        assertThat(ask(service, "/liveness").status()).isEqualTo(200);
    }

    private static void assertDown(ConfigurableApplicationContext service, String reason) {
        Answer all = ask(service, "");
        assertThat(all.status()).isEqualTo(503);
        assertThat(all.body().at("/components/clickHouse/status").asString()).isEqualTo("DOWN");
        assertThat(all.body().at("/components/clickHouse/details/reason").asString())
                .isEqualTo(reason);
        assertThat(all.body().toString()).doesNotContain("Exception");
        Answer ready = ask(service, "/readiness");
        assertThat(ready.status()).isEqualTo(503);
        Answer alive = ask(service, "/liveness");
        assertThat(alive.status()).isEqualTo(200);
        assertThat(List.of(all.took(), ready.took(), alive.took())).allMatch(took -> took.compareTo(SOON) < 0);
    }

    private record Answer(int status, JsonNode body, Duration took) {}

    private static Answer ask(ConfigurableApplicationContext service, String group) {
        String port = service.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health" + group))
                .timeout(Duration.ofSeconds(30))
                .build();
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    new JsonMapper().readTree(response.body()),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void signal(EmbeddedClickHouse clickHouse, String signal) throws IOException, InterruptedException {
        String pid = Long.toString(clickHouse.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }
}
