package io.hotspan.sampling.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.testing.TestServers;
import io.hotspan.sampling.TailSamplerApplication;
import io.hotspan.service.HotspanService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class HealthIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void samplerInItsGroup_isLiveAndReadyAndShowsItsMetrics() {
        String prefix = TestServers.kafka().freshPrefix();
        try (ConfigurableApplicationContext sampler = start(TestServers.kafka().bootstrapServers(), prefix)) {
            int port = port(sampler, "local.server.port");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200));
            assertThat(get(port, "/health/live").body()).contains("\"status\":\"UP\"");
            assertThat(get(port, "/health").body())
                    .contains("worker-0", "running", "\"policies\":[\"errors\",\"slow\",\"rest\"]");
            assertThat(get(port(sampler, "local.management.port"), "/metrics").body())
                    .contains(
                            "tail_sampling_traces_ingested_total",
                            "tail_sampling_traces_dropped_total",
                            "tail_sampling_spans_exported_total",
                            "tail_sampling_spans_late_total",
                            "tail_sampling_buffer_bytes",
                            "tail_sampling_decision_age_seconds",
                            "tail_sampling_lag");
        }
    }

    @Test
    void samplerWithoutABroker_isLiveButNotReady() {
        try (ConfigurableApplicationContext sampler = start("127.0.0.1:1", "none-")) {
            int port = port(sampler, "local.server.port");
            assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(503);
        }
    }

    private static ConfigurableApplicationContext start(String brokers, String prefix) {
        return HotspanService.run(
                TailSamplerApplication.class,
                "tail-sampler",
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + brokers,
                "--spring.kafka.admin.operation-timeout=2s",
                "--hotspan.sampler.concurrency=1",
                "--hotspan.sampler.group-id=" + prefix + "sampler",
                "--hotspan.sampler.topics.input=" + prefix + "raw",
                "--hotspan.sampler.topics.output=" + prefix + "sampled",
                "--hotspan.sampler.topics.decisions=" + prefix + "decisions",
                "--hotspan.sampler.topics.rollups=" + prefix + "rollups",
                "--hotspan.sampler.topics.dead-letter=" + prefix + "raw.dlt");
    }

    private static int port(ConfigurableApplicationContext context, String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    private HttpResponse<String> get(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
