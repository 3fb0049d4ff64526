package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SlowTable;
import io.hotspan.heatmap.testing.SpanTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told when the store has no answer. */
class StoreTroubleIT {
    private static final Map<String, String> REQUEST =
            Map.of("from", "2026-03-01T14:00:00Z", "to", "2026-03-01T15:00:00Z", "scope", "all");

    @Test
    void storeAway_is503WithRetryAfterAndNamesIt() {
        String url = "http://127.0.0.1:" + LoopbackPort.free();
        try (RunningService service = RunningService.at(url, "otel")) {
            Answer answer = service.post("/api/v1/heatmap", REQUEST);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("retry-after")).contains("5");
            assertThat(answer.text("/type")).isEqualTo("urn:hotspan:problem:store-unavailable");
            assertThat(answer.text("/detail")).contains("ClickHouse cannot be reached", url);

            assertThat(service.get("/api/v1/freshness", Map.of()).status()).isEqualTo(503);
            assertThat(service.get("/api/v1/filter/parse", Map.of("filter", "{}"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void tableMissing_is503AndSaysWhoMakesIt() {
        try (RunningService service = RunningService.over(SpanTable.missing())) {
            Answer answer = service.post("/api/v1/heatmap", REQUEST);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).contains("5");
            assertThat(answer.text("/type")).isEqualTo("urn:hotspan:problem:no-span-table");
            assertThat(answer.text("/detail")).contains("otel_traces", "span-writer");
        }
    }

    @Test
    void slowQuery_is504AndLeavesNothingRunning() {
        SlowTable slow = new SlowTable();
        try (RunningService service = RunningService.over(slow.table(), "--hotspan.clickhouse.max-execution-time=1s")) {
            Answer answer = service.post("/api/v1/heatmap", REQUEST);

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(504);
            assertThat(answer.text("/type")).isEqualTo("urn:hotspan:problem:query-timeout");
            assertThat(answer.text("/detail")).contains("shorter range");
            assertThat(slow.runningQueries()).isZero();

            String events = service.sendForText(service.postRequest("/api/v1/heatmap", REQUEST)
                    .header("Accept", "text/event-stream")
                    .build());
            assertThat(events).contains("event:progress", "event:problem", "\"status\":504");
            assertThat(events).doesNotContain("event:result");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void storeThatDiesInTheMiddle_is503(String accept, @TempDir Path data) throws Exception {
        try (EmbeddedClickHouse dying = EmbeddedClickHouse.start(data, 0);
                RunningService service = RunningService.at(dying.httpUrl(), "otel")) {
            SlowTable slow = new SlowTable(SpanTable.missingIn(dying));
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                    () -> service.sendForText(service.postRequest("/api/v1/heatmap", REQUEST)
                            .header("Accept", accept)
                            .build()));
            slow.awaitRunningQueries(1, Duration.ofSeconds(10));

            dying.process().destroyForcibly();

            assertThat(answer.get(10, TimeUnit.SECONDS))
                    .contains("\"status\":503", "urn:hotspan:problem:store-unavailable")
                    .doesNotContain("event:result");
        }
    }

    @Test
    void patternTooLargeForTheStore_is400() {
        try (RunningService service = RunningService.over(SpanTable.migrated())) {
            Answer answer = service.post(
                    "/api/v1/heatmap",
                    Map.of(
                            "from", "2026-03-01T14:00:00Z",
                            "to", "2026-03-01T15:00:00Z",
                            "filter", "{ name =~ \"(a{1000}){1000}\" }"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/detail")).isEqualTo("A regular expression is too large, or not RE2 syntax.");
        }
    }

    @Test
    void hungryQuery_is422() {
        SlowTable slow = new SlowTable();
        try (RunningService service = RunningService.over(slow.table(), "--hotspan.clickhouse.max-memory=1MB")) {
            Answer answer = service.post("/api/v1/spans", REQUEST);

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
            assertThat(answer.text("/type")).isEqualTo("urn:hotspan:problem:query-too-large");
        }
    }
}
