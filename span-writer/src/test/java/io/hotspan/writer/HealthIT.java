package io.hotspan.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Health over HTTP while one of the two servers is away, silent, and back. */
class HealthIT {
    /** Two seconds of patience, and a slow machine. */
    private static final Duration SOON = Duration.ofSeconds(4);

    @Test
    void clickHouseThatGoesAndComesBack_isDownMeanwhile() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(1);
                CuttableLink link =
                        new CuttableLink(URI.create(TestServers.clickHouse().httpUrl()))) {
            ConfigurableApplicationContext writer = test.start("--hotspan.clickhouse.url=" + link.url());
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ask(writer, "").status()).isEqualTo(200));
            assertThat(ask(writer, "").text("/components/clickHouse/details/version"))
                    .matches("\\d+\\.\\d+\\..*");

            link.cut();
            assertDown(writer, "clickHouse", "ClickHouse cannot be reached");

            link.mend();
            assertThat(ask(writer, "").status()).isEqualTo(200);
        }
    }

    @Test
    void clickHouseThatNeverSaysAWord_isDown() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                WriterUnderTest test = new WriterUnderTest(1)) {
            ConfigurableApplicationContext writer =
                    test.start("--hotspan.clickhouse.url=http://127.0.0.1:" + silent.getLocalPort());

            assertDown(writer, "clickHouse", "ClickHouse did not answer within 2 s");
        }
    }

    @Test
    void kafkaThatIsAway_isDown() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(1)) {
            ConfigurableApplicationContext writer = test.start(
                    "--spring.kafka.bootstrap-servers=127.0.0.1:" + LoopbackPort.free(),
                    "--spring.kafka.admin.operation-timeout=1s");

            assertDown(writer, "kafka", "Kafka did not answer within 2 s");
        }
    }

    @Test
    void kafkaThatNeverSaysAWord_isDown() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                WriterUnderTest test = new WriterUnderTest(1)) {
            ConfigurableApplicationContext writer = test.start(
                    "--spring.kafka.bootstrap-servers=127.0.0.1:" + silent.getLocalPort(),
                    "--spring.kafka.admin.operation-timeout=1s");

            assertDown(writer, "kafka", "Kafka did not answer within 2 s");
        }
    }

    private static void assertDown(ConfigurableApplicationContext writer, String component, String reason) {
        Answer all = ask(writer, "");
        assertThat(all.status()).as(all.body().toString()).isEqualTo(503);
        assertThat(all.text("/components/" + component + "/status")).isEqualTo("DOWN");
        assertThat(all.text("/components/" + component + "/details/reason")).isEqualTo(reason);
        assertThat(all.body().toString()).doesNotContain("Exception");
        Answer alive = ask(writer, "/liveness");
        assertThat(alive.status()).isEqualTo(200);
        assertThat(List.of(all.took(), alive.took())).allMatch(took -> took.compareTo(SOON) < 0);
    }

    private record Answer(int status, JsonNode body, Duration took) {
        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    private static Answer ask(ConfigurableApplicationContext writer, String group) {
        String port = writer.getEnvironment().getProperty("local.server.port");
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
}
