package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.ReplayClient.PATH;
import static io.hotspan.sampling.stream.ReplayClient.POLICIES_IN_FORCE;
import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.testing.AdminClient;
import io.hotspan.telemetry.TraceId;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** How replays are asked for, watched and ended. */
class ReplayAdminIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AutoClose
    private final SamplerHarness harness = new SamplerHarness();

    @Test
    void runningReplay_showsItsProgressAndEndsWithinASecondOfItsCancellation() {
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
        ReplayClient replays = new ReplayClient(sampler);
        AdminClient admin = new AdminClient(sampler);
        String id = replays.start(body);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> replays.get(id).get("offsetsRead").longValue() > 0);
        JsonNode early = replays.get(id);
        await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> {
            JsonNode later = replays.get(id);
            return later.get("offsetsRead").longValue()
                            > early.get("offsetsRead").longValue()
                    && later.get("candidate").get("tracesDropped").longValue() >= 0;
        });
        assertThat(early.get("offsetsTotal").longValue()).isEqualTo(40_000);
        assertThat(admin.post(PATH, body).status()).isEqualTo(429);

        AdminClient.Answer cancelled = admin.send("DELETE", PATH + "/" + id, "");
        assertThat(cancelled.text("/state")).isEqualTo("cancelled");
        await().atMost(Duration.ofSeconds(1))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("replay-" + id)));
        assertThat(replays.get(id).get("offsetsRead").longValue()).isLessThan(40_000);
        assertThat(admin.get(PATH).body()).hasSize(1);
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
    void requestThatMakesNoSense_isRefusedWithThePlace(String body, String detail) {
        ConfigurableApplicationContext sampler = harness.start(Workload.POLICIES);
        AdminClient admin = new AdminClient(sampler);
        AdminClient.Answer refused = admin.post(PATH, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.contentType()).hasValue("application/problem+json");
        assertThat(refused.text("/detail")).startsWith(detail);
        assertThat(admin.get(PATH + "/none").status()).isEqualTo(404);
    }
}
