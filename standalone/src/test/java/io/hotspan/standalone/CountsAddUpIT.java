package io.hotspan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No span is lost between two counters: received = refused + kept + dropped + undecided, what is kept is stored, and a
 * heatmap shows all that was accepted, whatever was kept of it.
 */
class CountsAddUpIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SPAN = """
            {"traceId":"%s","spanId":"%s","name":"work","kind":2,"startTimeUnixNano":"%d","endTimeUnixNano":"%d"}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void counts_addUpWithBadInputMixedIn() throws Exception {
        try (StandaloneProcess hotspan =
                StandaloneProcess.start(directory, "--no-traffic").awaitReady()) {
            PipelineCounters counters = new PipelineCounters(http, hotspan);
            Instant to = Instant.now();
            Instant from = to.minus(Duration.ofMinutes(5));
            backfill(hotspan, from, to);
            int refusedWhole = 0;
            for (int i = 0; i < 50; i++) {
                assertThat(send(hotspan, "application/json", partlyBad(i))).isEqualTo(200);
                refusedWhole += send(hotspan, "application/x-protobuf", "garbage".repeat(i + 1)) == 400 ? 1 : 0;
                refusedWhole += send(hotspan, "application/json", "{\"resourceSpans\":[{") == 400 ? 1 : 0;
                refusedWhole += send(hotspan, "text/plain", "spans") == 415 ? 1 : 0;
            }
            // The sampler's pages are not read at one instant, so its sums are compared once nothing moves.
            counters.awaitSettled(Duration.ofMinutes(2), () -> !backfillRuns(hotspan));

            assertThat(refusedWhole).isEqualTo(150);
            assertThat(counters.refused()).isEqualTo(100);
            assertThat(counters.received()).isEqualTo(counters.refused() + counters.accepted());
            assertThat(counters.received())
                    .isEqualTo(counters.refused() + counters.kept() + counters.dropped() + counters.undecided());
            assertThat(counters.dropped()).isPositive();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ask(hotspan, "SELECT sum(Spans) FROM otel.otel_traces_rollups"))
                            .isEqualTo(counters.accepted()));
            assertThat(ask(hotspan, "SELECT count() FROM otel.otel_traces")).isEqualTo(counters.kept());
            JsonNode allTraffic = heatmap(hotspan, from, Instant.now());
            assertThat(allTraffic.at("/source").asString()).isEqualTo("rollups");
            assertThat(allTraffic.at("/exact").asBoolean()).isTrue();
            assertThat(allTraffic.at("/totals/count").asLong()).isEqualTo(counters.accepted());
            decisionsAgree(hotspan, from, counters);
            System.out.printf(
                    "received %,d = refused %,d + kept %,d + dropped %,d + undecided %,d; stored %,d, in the heatmap %,d%n",
                    counters.received(),
                    counters.refused(),
                    counters.kept(),
                    counters.dropped(),
                    counters.undecided(),
                    counters.written(),
                    allTraffic.at("/totals/count").asLong());
        } finally {
            http.close();
        }
    }

    /** Decisions as stored name every span, and any dropped trace can be explained from them. */
    private void decisionsAgree(StandaloneProcess hotspan, Instant from, PipelineCounters counters) throws Exception {
        String summary = "/admin/decisions/summary?from=" + from.minus(Duration.ofMinutes(1)) + "&to="
                + Instant.now().plus(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode sums = sampler(hotspan, summary);
            assertThat(sums.at("/spans").asLong() + sums.at("/lateSpans").asLong())
                    .isEqualTo(counters.kept() + counters.dropped());
        });
        String dropped = post(
                        hotspan.serviceUrl("ClickHouse"),
                        "text/plain",
                        "SELECT TraceId FROM otel.otel_traces_decisions WHERE NOT Kept LIMIT 1")
                .strip();
        JsonNode decision = sampler(hotspan, "/admin/traces/" + dropped + "/decision");
        assertThat(decision.at("/source").asString()).isEqualTo("clickhouse");
        assertThat(decision.at("/kept").asBoolean(true)).isFalse();
        assertThat(decision.at("/explanation").asString()).contains("rest came nearest", "20 %");
        assertThat(decision.at("/policies/2/vote").asString()).isEqualTo("keep 20 %");
    }

    private JsonNode sampler(StandaloneProcess hotspan, String path) throws Exception {
        URI uri = URI.create(hotspan.serviceUrl("tail-sampler") + path);
        return JSON.readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
    }

    private void backfill(StandaloneProcess hotspan, Instant from, Instant to) throws Exception {
        String body =
                JSON.writeValueAsString(Map.of("from", from.toString(), "to", to.toString(), "tracesPerSecond", 20));
        assertThat(post(hotspan.serviceUrl("trace-generator") + "/api/v1/backfill", "application/json", body))
                .contains("\"id\"");
    }

    private boolean backfillRuns(StandaloneProcess hotspan) {
        try {
            URI jobs = URI.create(hotspan.serviceUrl("trace-generator") + "/api/v1/backfill");
            String body = http.send(HttpRequest.newBuilder(jobs).build(), BodyHandlers.ofString())
                    .body();
            return !body.contains("\"done\"");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Three spans, of which one has no trace id and one an id that is too short. */
    private static String partlyBad(int number) {
        long end = Instant.now().toEpochMilli() * 1_000_000;
        long start = end - 1_000_000;
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[%s,%s,%s]}]}]}"
                .formatted(
                        SPAN.formatted("%032x".formatted(0xabc000 + number), "%016x".formatted(number + 1), start, end),
                        SPAN.formatted("0".repeat(32), "%016x".formatted(number + 1), start, end),
                        SPAN.formatted("%032x".formatted(0xdef000 + number), "0a", start, end));
    }

    private long ask(StandaloneProcess hotspan, String question) throws Exception {
        return Long.parseLong(
                post(hotspan.serviceUrl("ClickHouse"), "text/plain", question).strip());
    }

    private JsonNode heatmap(StandaloneProcess hotspan, Instant from, Instant to) throws Exception {
        String question = JSON.writeValueAsString(Map.of(
                "from", from.minus(Duration.ofMinutes(1)).toString(),
                "to", to.plus(Duration.ofMinutes(1)).toString(),
                "scope", "all"));
        return JSON.readTree(
                post(hotspan.serviceUrl("heatmap-service") + "/api/v1/heatmap", "application/json", question));
    }

    private int send(StandaloneProcess hotspan, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
                .timeout(Duration.ofSeconds(30))
                .uri(URI.create(hotspan.otlpHttpUrl() + "/v1/traces"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private String post(String url, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
                .timeout(Duration.ofSeconds(30))
                .uri(URI.create(url))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
