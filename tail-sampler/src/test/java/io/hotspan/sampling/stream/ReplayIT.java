package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String POLICIES_IN_FORCE =
            "[{\"name\": \"errors\", \"type\": \"error\"}, {\"name\": \"slow\", \"type\": \"latency\", \"at-least\": \"2s\"},"
                    + " {\"name\": \"rest\", \"type\": \"probability\", \"probability\": 0.5}]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private SamplerHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = new SamplerHarness();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void policiesInForce_decideAsTheLiveSamplerDidAndTouchNothing() throws Exception {
        ConfigurableApplicationContext sampler = harness.start(Workload.POLICIES);
        Workload workload = new Workload(harness, 4711);
        for (int round = 0; round < 3; round++) {
            workload.send(300);
            await().atMost(PATIENCE).until(workload::isDecided);
        }
        workload.verify();
        Map<String, Object> before = liveState();

        JsonNode replay = finished(sampler, start(sampler, "{\"policies\": " + POLICIES_IN_FORCE + "}"));

        assertThat(replay.get("state").stringValue()).isEqualTo("done");
        assertThat(liveState()).isEqualTo(before);
        assertThat(replay.get("candidate")).isEqualTo(replay.get("inForce"));
        assertThat(replay.get("offsetsRead").longValue())
                .isEqualTo(replay.get("offsetsTotal").longValue())
                .isPositive();
        Map<String, Long> live = tracesByReason();
        assertThat(live).containsKeys("error", "late-error", "probability", "not-sampled");
        assertThat(tracesByReason(replay.get("candidate"))).isEqualTo(live);
        assertThat(replay.get("candidate").get("spansKept").longValue())
                .isEqualTo(harness.read("sampled").stream()
                        .mapToInt(record -> spans(record.value()).size())
                        .sum());
        long bytes = harness.read("raw").stream()
                .filter(record -> record.value().length > 2)
                .mapToLong(record -> record.value().length)
                .sum();
        assertThat(replay.get("candidate").get("bytesKept").longValue()
                        + replay.get("candidate").get("bytesDropped").longValue())
                .isEqualTo(bytes);
        assertThat(replay.get("errorsLost").get("traces").longValue()).isZero();
    }

    @Test
    void candidateWithoutErrors_losesTheFailedTracesThatHaveNoLuck() throws Exception {
        ConfigurableApplicationContext sampler = harness.start(Workload.POLICIES);
        new Workload(harness, 4711).send(400);
        Set<String> failedWithoutLuck = new HashSet<>();
        harness.read("raw").forEach(record -> {
            if (record.value().length > 2) {
                TraceId trace = TraceId.parse(new String(record.key(), US_ASCII));
                boolean lucky = (trace.low() & 0xFF_FFFF_FFFF_FFFFL) >= 0x80_0000_0000_0000L;
                boolean failed = spans(record.value()).stream()
                        .anyMatch(span -> span.getStatus().getCodeValue() == 2);
                if (failed && !lucky) {
                    failedWithoutLuck.add(trace.toString());
                }
            }
        });
        String half = "precedence: all-vote\\npolicies:\\n  - {name: half, type: probability, probability: 0.5}\\n";

        JsonNode replay = finished(sampler, start(sampler, "{\"policies\": \"" + half + "\"}"));

        JsonNode lost = replay.get("errorsLost");
        assertThat(lost.get("traces").longValue())
                .isEqualTo(failedWithoutLuck.size())
                .isPositive();
        assertThat(lost.get("keptByPoliciesInForce").longValue()).isEqualTo(failedWithoutLuck.size());
        Set<String> ids = new HashSet<>();
        lost.get("traceIds").forEach(id -> ids.add(id.stringValue()));
        assertThat(ids).isEqualTo(failedWithoutLuck);
    }

    @Test
    void tracesOutsideTheTimeRange_doNotCount() throws Exception {
        ConfigurableApplicationContext sampler = harness.start(Workload.POLICIES);
        // Of today, or the broker's retention removes the records beneath the test.
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            TraceId trace = new TraceId(8, i + 1);
            harness.send(trace, message(span(trace, 2L * i)), start.plusSeconds(i));
            harness.send(
                    trace,
                    message(span(trace, 2L * i + 1)),
                    start.plusSeconds(i).plusMillis(900));
        }
        harness.flush();

        JsonNode replay = finished(
                sampler,
                start(
                        sampler,
                        "{\"from\": \"%s\", \"to\": \"%s\", \"policies\": %s}"
                                .formatted(start.plusMillis(2_500), start.plusSeconds(6), POLICIES_IN_FORCE)));

        // Those of seconds 3, 4 and 5, whole; of second 2 only an end lies in the range.
        JsonNode outcome = replay.get("inForce");
        assertThat(outcome.get("tracesKept").longValue()
                        + outcome.get("tracesDropped").longValue())
                .isEqualTo(3);
        assertThat(outcome.get("spansKept").longValue()
                        + outcome.get("spansDropped").longValue())
                .isEqualTo(6);
    }

    @Test
    void runningReplay_showsItsProgressAndEndsWithinASecondOfItsCancellation() throws Exception {
        for (int i = 1; i <= 40_000; i++) {
            TraceId trace = new TraceId(9, i);
            harness.send(trace, message(span(trace, i)));
        }
        harness.flush();
        // A record a poll makes it slow enough to be watched.
        ConfigurableApplicationContext sampler = harness.start(SamplerHarness.with(
                Workload.POLICIES,
                "--spring.kafka.consumer.max-poll-records=1",
                "--hotspan.sampler.replay.max-running=1"));
        String body = "{\"policies\": " + POLICIES_IN_FORCE + "}";
        String id = start(sampler, body);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> replay(sampler, id).get("offsetsRead").longValue() > 0);
        JsonNode early = replay(sampler, id);
        await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> {
            JsonNode later = replay(sampler, id);
            return later.get("offsetsRead").longValue()
                            > early.get("offsetsRead").longValue()
                    && later.get("candidate").get("tracesDropped").longValue() >= 0;
        });
        assertThat(early.get("offsetsTotal").longValue()).isEqualTo(40_000);
        assertThat(send(sampler, "POST", "/admin/replay", body).statusCode()).isEqualTo(429);

        HttpResponse<String> cancelled = send(sampler, "DELETE", "/admin/replay/" + id, null);
        assertThat(json.readTree(cancelled.body()).get("state").stringValue()).isEqualTo("cancelled");
        await().atMost(Duration.ofSeconds(1))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("replay-" + id)));
        assertThat(replay(sampler, id).get("offsetsRead").longValue()).isLessThan(40_000);
        assertThat(json.readTree(send(sampler, "GET", "/admin/replay", null).body()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"policies\": \"policies:\\n  - {name: a, type: latency}\\n\"}|policies: line 2, column 12: policy a needs at-least",
                "{\"policies\": \"policies:\\n  - {name: a\"}|policies: line 2, column 13: not YAML",
                "{\"policies\": [{\"name\": \"a\", \"type\": \"error\", \"key\": \"k\"}]}|policies: policy a has no setting key",
                "{\"policies\": []}|policies: no policies",
                "{}|policies: must be a list",
                "{\"policies\": \"x\", \"precedence\": \"all-vote\"}|precedence: belongs into the text",
                "{\"from\": \"2026-01-02T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\", \"policies\": []}|from: must be before to"
            })
    void requestThatMakesNoSense_isRefusedWithThePlace(String body, String detail) throws Exception {
        ConfigurableApplicationContext sampler = harness.start(Workload.POLICIES);
        HttpResponse<String> refused = send(sampler, "POST", "/admin/replay", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(refused.body()).get("detail").stringValue()).startsWith(detail);
        assertThat(send(sampler, "GET", "/admin/replay/none", null).statusCode())
                .isEqualTo(404);
    }

    private Map<String, Object> liveState() throws Exception {
        Map<String, Object> state = new HashMap<>();
        state.put("groups", harness.groups());
        state.put("offsets", harness.committed());
        for (String topic : List.of("raw", "sampled", "decisions", "rollups", "raw.dlt")) {
            state.put(topic, harness.ends(topic));
        }
        return state;
    }

    private Map<String, Long> tracesByReason() {
        Map<TraceId, String> latest = new HashMap<>();
        for (Decision decision : harness.decisions()) {
            latest.put(
                    new TraceId(decision.high(), decision.low()),
                    decision.ruling().reason());
        }
        Map<String, Long> counts = new HashMap<>();
        latest.values().forEach(reason -> counts.merge(reason, 1L, Long::sum));
        return counts;
    }

    private static Map<String, Long> tracesByReason(JsonNode outcome) {
        Map<String, Long> counts = new HashMap<>();
        outcome.get("byReason")
                .forEach(share -> counts.merge(
                        share.get("reason").stringValue(), share.get("traces").longValue(), Long::sum));
        return counts;
    }

    private String start(ConfigurableApplicationContext sampler, String body) throws Exception {
        HttpResponse<String> accepted = send(sampler, "POST", "/admin/replay", body);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return json.readTree(accepted.body()).get("id").stringValue();
    }

    private JsonNode finished(ConfigurableApplicationContext sampler, String id) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> !replay(sampler, id).get("state").stringValue().equals("running"));
        return replay(sampler, id);
    }

    private JsonNode replay(ConfigurableApplicationContext sampler, String id) throws Exception {
        return json.readTree(send(sampler, "GET", "/admin/replay/" + id, null).body());
    }

    private HttpResponse<String> send(
            ConfigurableApplicationContext sampler, String method, String path, @Nullable String body)
            throws Exception {
        String port = sampler.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
