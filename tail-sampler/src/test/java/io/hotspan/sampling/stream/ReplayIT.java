package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.ReplayClient.POLICIES_IN_FORCE;
import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What replays find. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AutoClose
    private final SamplerHarness harness = new SamplerHarness();

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

        JsonNode replay = new ReplayClient(sampler).run("{\"policies\": " + POLICIES_IN_FORCE + "}");

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
    void candidateWithoutErrors_losesTheFailedTracesThatHaveNoLuck() {
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

        JsonNode replay = new ReplayClient(sampler).run("{\"policies\": \"" + half + "\"}");

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
    void tracesOutsideTheTimeRange_doNotCount() {
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

        JsonNode replay = new ReplayClient(sampler)
                .run("{\"from\": \"%s\", \"to\": \"%s\", \"policies\": %s}"
                        .formatted(start.plusMillis(2_500), start.plusSeconds(6), POLICIES_IN_FORCE));

        // Those of seconds 3, 4 and 5, whole; of second 2 only an end lies in the range.
        JsonNode outcome = replay.get("inForce");
        assertThat(outcome.get("tracesKept").longValue()
                        + outcome.get("tracesDropped").longValue())
                .isEqualTo(3);
        assertThat(outcome.get("spansKept").longValue()
                        + outcome.get("spansDropped").longValue())
                .isEqualTo(6);
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
}
