package io.hotspan.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.service.HotspanService;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface over a real server, with a real OTLP endpoint behind it. */
class GeneratorRestIT {

    @TempDir
    private static Path folder;

    private static final OtlpCollector COLLECTOR = OtlpCollector.start(0);
    private static final OtlpHttpReceiver RECEIVER = new OtlpHttpReceiver();
    private static ConfigurableApplicationContext generator;
    private static RestClient rest;

    @BeforeAll
    static void start() {
        generator = HotspanService.run(
                TraceGeneratorApplication.class,
                "trace-generator",
                "--server.port=0",
                "--hotspan.generator.running=false",
                "--hotspan.generator.ground-truth-file=" + folder.resolve("truth.jsonl"),
                "--hotspan.generator.otlp-grpc-endpoint=" + COLLECTOR.endpoint(),
                "--hotspan.generator.otlp-http-endpoint=" + RECEIVER.endpoint());
        rest = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + generator.getEnvironment().getProperty("local.server.port"))
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    @AfterAll
    static void stop() {
        generator.close();
        COLLECTOR.close();
        RECEIVER.close();
    }

    @Test
    void scenarios_listed_areTheEightOfTheStorefront() {
        JsonNode scenarios = get("/api/v1/scenarios");
        assertThat(scenarios)
                .extracting(scenario -> scenario.get("id").asString())
                .containsExactly("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8");
        assertThat(scenarios.get(0).get("foundBy"))
                .extracting(JsonNode::asString)
                .containsExactly("feature_flag", "cloud.region");
        assertThat(scenarios.get(0).get("trigger").get("http.route").asString()).isEqualTo("/cart/checkout");
        assertThat(scenarios.get(0).get("lookAt").get("scope").asString()).isEqualTo("root");
    }

    @Test
    void scenario_changedInPart_keepsTheRest() {
        JsonNode changed = put("/api/v1/scenarios/S5", Map.of("share", 0.05)).body();
        assertThat(changed.get("share").asDouble()).isEqualTo(0.05);
        assertThat(changed.get("enabled").asBoolean()).isTrue();
        put("/api/v1/scenarios/S5", Map.of("enabled", false));
        JsonNode listed = get("/api/v1/scenarios").get(4);
        assertThat(listed.get("share").asDouble()).isEqualTo(0.05);
        assertThat(listed.get("enabled").asBoolean()).isFalse();
        put("/api/v1/scenarios/S5", Map.of("enabled", true, "share", 0.02));
    }

    @Test
    void scenario_unknown_isNotFound() {
        assertProblem(put("/api/v1/scenarios/S9", Map.of("enabled", true)), HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.5", "0.99"})
    void share_outOfBounds_isAProblemThatNamesTheField(double share) {
        Answer answer = put("/api/v1/scenarios/S1", Map.of("share", share));
        assertProblem(answer, HttpStatus.BAD_REQUEST);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo("share");
    }

    @Test
    void traffic_switchedOnAndOff_flowsAndStops() {
        put("/api/v1/traffic", Map.of("running", true, "tracesPerSecond", 200));
        await().atMost(Duration.ofSeconds(20)).until(() -> COLLECTOR.spans() > 500);
        JsonNode stopped = put("/api/v1/traffic", Map.of("running", false)).body();
        assertThat(stopped.get("tracesPerSecond").asDouble()).isEqualTo(200);
        assertThat(stopped.get("pack").asString()).isEqualTo("storefront");
        await().until(() -> metric("hotspan_generator_live_spans_waiting") == 0);
        assertThat(metric("hotspan_generator_live_spans_sent_total"))
                .isEqualTo(metric("hotspan_generator_live_spans_generated_total"))
                .isEqualTo((double) COLLECTOR.spans());
        assertThat(Files.exists(folder.resolve("truth.jsonl"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"tracesPerSecond,0,tracesPerSecond", "tracesPerSecond,200000,tracesPerSecond", "pack,nonesuch,pack"})
    void traffic_outOfBounds_isAProblemThatNamesTheField(String field, String value, String blamed) {
        Answer answer = put("/api/v1/traffic", Map.of(field, value));
        assertProblem(answer, HttpStatus.BAD_REQUEST);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(blamed);
    }

    @Test
    void backfill_ofTenMinutes_deliversEveryTraceInTheRange() {
        Instant to = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant from = to.minus(Duration.ofMinutes(10));
        RECEIVER.answerNext(503, Map.of("Retry-After", "1"));
        Answer accepted = post("/api/v1/backfill", Map.of("from", from, "to", to, "tracesPerSecond", 5));
        assertThat(accepted.status()).isEqualTo(HttpStatus.ACCEPTED);
        String location = accepted.location();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(location).get("state").asString().equals("done"));
        JsonNode job = get(location);
        assertThat(job.get("sent").asLong())
                .isEqualTo(3_000)
                .isEqualTo(job.get("total").asLong());
        List<Span> roots = RECEIVER.received().stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpans(0).getSpansList().stream())
                .filter(span -> span.getParentSpanId().isEmpty())
                .toList();
        assertThat(roots).hasSize(3_000);
        assertThat(roots).allMatch(root -> !at(root).isBefore(from) && at(root).isBefore(to));
        assertThat(job.get("sentSpans").asLong()).isEqualTo(spans(RECEIVER.received()));
    }

    @Test
    void backfill_cancelled_stops() {
        JsonNode job = post(
                        "/api/v1/backfill",
                        Map.of("from", "2025-01-01T00:00:00Z", "to", "2025-02-01T00:00:00Z", "tracesPerSecond", 30))
                .body();
        String location = "/api/v1/backfill/" + job.get("id").asString();
        JsonNode cancelled = send(HttpMethod.DELETE, location, null).body();
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(get("/api/v1/backfill"))
                .anyMatch(listed -> listed.get("id").equals(job.get("id"))
                        && listed.get("state").asString().equals("cancelled"));
        // The next one gets its turn.
        JsonNode next = post(
                        "/api/v1/backfill",
                        Map.of("from", "2025-01-01T00:00:00Z", "to", "2025-01-01T00:00:01Z", "firstIndex", 9))
                .body();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/backfill/" + next.get("id").asString())
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
        Answer answer = post("/api/v1/backfill", request);
        assertProblem(answer, HttpStatus.BAD_REQUEST);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(blamed);
    }

    @Test
    void backfill_unknown_isNotFound() {
        assertProblem(send(HttpMethod.GET, "/api/v1/backfill/none", null), HttpStatus.NOT_FOUND);
    }

    /** Clients are generated from the committed document; write it anew with {@code -Dhotspan.openapi.write=true}. */
    @Test
    void openApi_committed_isTheServedOne() throws IOException {
        Path committed = Path.of("openapi.json");
        JsonNode served = get("/v3/api-docs");
        if (Boolean.getBoolean("hotspan.openapi.write")) {
            Files.writeString(committed, served.toPrettyString() + "\n");
        }
        assertThat(JsonMapper.shared().readTree(Files.readString(committed))).isEqualTo(served);
    }

    private static JsonNode get(String path) {
        return send(HttpMethod.GET, path, null).body();
    }

    private static Answer put(String path, Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    private static Answer post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    private static Answer send(HttpMethod method, String path, @Nullable Object body) {
        RestClient.RequestBodySpec request = rest.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.body(body);
        }
        ResponseEntity<JsonNode> response = request.retrieve().toEntity(JsonNode.class);
        return new Answer(
                response.getStatusCode(),
                String.valueOf(response.getHeaders().getContentType()),
                String.valueOf(response.getHeaders().getLocation()),
                Objects.requireNonNull(response.getBody()));
    }

    private static void assertProblem(Answer answer, HttpStatus status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private record Answer(HttpStatusCode status, String contentType, String location, JsonNode body) {}

    private static double metric(String name) {
        String metrics = rest.get().uri("/actuator/prometheus").retrieve().body(String.class);
        return Objects.requireNonNull(metrics)
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
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
