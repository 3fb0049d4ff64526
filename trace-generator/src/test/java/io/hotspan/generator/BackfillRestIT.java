package io.hotspan.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Back-fills over REST, with a real OTLP endpoint behind it. */
class BackfillRestIT {

    @TempDir
    private static Path folder;

    private static RunningGenerator generator;

    @BeforeAll
    static void start() {
        generator = new RunningGenerator(folder.resolve("truth.jsonl"));
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    @Test
    void backfill_ofTenMinutes_deliversEveryTraceInTheRange() {
        Instant to = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant from = to.minus(Duration.ofMinutes(10));
        generator.receiver.answerNext(503, Map.of("Retry-After", "1"));
        RunningGenerator.Answer accepted =
                generator.post("/api/v1/backfill", Map.of("from", from, "to", to, "tracesPerSecond", 5));
        assertThat(accepted.status()).isEqualTo(HttpStatus.ACCEPTED);
        String location = accepted.location();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> generator.get(location).get("state").asString().equals("done"));
        JsonNode job = generator.get(location);
        assertThat(job.get("sent").asLong())
                .isEqualTo(3_000)
                .isEqualTo(job.get("total").asLong());
        List<Span> roots = generator.receiver.received().stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpans(0).getSpansList().stream())
                .filter(span -> span.getParentSpanId().isEmpty())
                .toList();
        assertThat(roots).hasSize(3_000);
        assertThat(roots).allMatch(root -> !at(root).isBefore(from) && at(root).isBefore(to));
        assertThat(job.get("sentSpans").asLong()).isEqualTo(spans(generator.receiver.received()));
    }

    @Test
    void backfill_cancelled_stops() {
        JsonNode job = generator
                .post(
                        "/api/v1/backfill",
                        Map.of("from", "2025-01-01T00:00:00Z", "to", "2025-02-01T00:00:00Z", "tracesPerSecond", 30))
                .body();
        String location = "/api/v1/backfill/" + job.get("id").asString();
        JsonNode cancelled = generator.send(HttpMethod.DELETE, location, null).body();
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(generator.get("/api/v1/backfill"))
                .anyMatch(listed -> listed.get("id").equals(job.get("id"))
                        && listed.get("state").asString().equals("cancelled"));
        // The next one gets its turn.
        JsonNode next = generator
                .post(
                        "/api/v1/backfill",
                        Map.of("from", "2025-01-01T00:00:00Z", "to", "2025-01-01T00:00:01Z", "firstIndex", 9))
                .body();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> generator
                        .get("/api/v1/backfill/" + next.get("id").asString())
                        .get("state")
                        .asString()
                        .equals("done"));
    }

    @ParameterizedTest
    @CsvSource({
        ",2025-01-01T00:00:00Z,5,from",
        "2025-01-01T00:00:00Z,,5,to",
        "2025-01-01T00:00:00Z,2025-01-01T00:00:00Z,5,to",
        "2025-01-01T00:00:00Z,2999-01-01T00:00:00Z,5,to",
        "2025-01-01T00:00:00Z,2025-01-02T00:00:00Z,-1,tracesPerSecond",
        "2020-01-01T00:00:00Z,2025-01-01T00:00:00Z,50000,tracesPerSecond"
    })
    void backfill_outOfBounds_isAProblemThatNamesTheField(String from, String to, double pace, String blamed) {
        Map<String, Object> request = new HashMap<>();
        request.put("from", from);
        request.put("to", to);
        request.put("tracesPerSecond", pace);
        RunningGenerator.Answer answer = generator.post("/api/v1/backfill", request);
        answer.assertBlames(blamed);
    }

    @Test
    void backfill_unknown_isNotFound() {
        generator.send(HttpMethod.GET, "/api/v1/backfill/none", null).assertProblem(HttpStatus.NOT_FOUND);
    }

    private static Instant at(Span span) {
        return Instant.EPOCH.plusNanos(span.getStartTimeUnixNano());
    }

    private static long spans(List<ExportTraceServiceRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .mapToLong(resource -> resource.getScopeSpans(0).getSpansCount())
                .sum();
    }
}
