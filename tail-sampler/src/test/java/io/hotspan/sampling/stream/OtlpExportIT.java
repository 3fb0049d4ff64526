package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.hotspan.sampling.testing.OtlpServer;
import io.hotspan.sampling.testing.OtlpServer.Behaviour;
import io.hotspan.sampling.testing.OtlpServer.Request;
import io.hotspan.telemetry.TraceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

/** Kept spans on their way to an endpoint that does everything an endpoint can do. */
class OtlpExportIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WAVE = 200;

    private SamplerHarness harness;
    private OtlpServer server;
    private long number;

    @BeforeEach
    void open() throws Exception {
        harness = new SamplerHarness();
        server = OtlpServer.start();
    }

    @AfterEach
    void close() {
        harness.close();
        server.close();
    }

    @Test
    void endpointThatIsBusyHangsDropsAndDies_getsEverySpan_whileSamplingGoesOn() throws Exception {
        server.next(Behaviour.BUSY, Behaviour.HANG, Behaviour.DROP, Behaviour.TAKE, Behaviour.BUSY);
        ConfigurableApplicationContext sampler = start();
        sendAndAwaitDecided(sampler, 1);
        await().atMost(PATIENCE).until(() -> server.spans().size() == WAVE);
        sendAndAwaitDecided(sampler, 2);
        await().atMost(PATIENCE).until(() -> server.spans().size() == 2 * WAVE);

        server.close();
        sendAndAwaitDecided(sampler, 3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(exportHealth(sampler)).containsKey("problem"));
        assertThat(sampler.getBean(SamplerHealthIndicator.class).health().getStatus())
                .hasToString("UP");

        // Offsets are committed after the answer, so another instance takes up what this one could not deliver.
        harness.stop(sampler);
        ConfigurableApplicationContext next = start();
        sendAndAwaitDecided(next, 1);
        List<Request> before = server.requests();
        server = server.successor();
        await().atMost(PATIENCE).until(() -> server.spans().containsAll(sent()));

        assertThat(server.spans()).isEqualTo(sent());
        assertThat(before).allSatisfy(request -> {
            assertThat(request.contentType()).isEqualTo("application/x-protobuf");
            assertThat(request.apiKey()).isEqualTo("a,b");
        });
        assertBusyWasHeeded(before);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(exportHealth(next)).containsEntry("lag", 0L).doesNotContainKey("problem"));
    }

    @Test
    void refusedAndRejectedSpans_areCountedAndPassedOver() {
        server.next(Behaviour.REFUSE, Behaviour.REJECT_ONE);
        ConfigurableApplicationContext sampler = start();
        for (int wave = 1; wave <= 3; wave++) {
            sendAndAwaitDecided(sampler, wave);
            long answered = (long) wave * WAVE;
            await().atMost(PATIENCE)
                    .until(() -> spans(sampler, "accepted") + spans(sampler, "rejected") + spans(sampler, "refused")
                            == answered);
        }
        Request refused = server.requests().getFirst();
        assertThat(spans(sampler, "refused")).isEqualTo(refused.spans());
        assertThat(spans(sampler, "rejected")).isEqualTo(1);
        assertThat(server.spans()).hasSize(3 * WAVE - refused.spans() - 1);
    }

    private ConfigurableApplicationContext start() {
        return harness.start(
                "--hotspan.sampler.policies[0].name=all",
                "--hotspan.sampler.policies[0].type=always",
                "--hotspan.sampler.inactivity=300ms",
                "--hotspan.sampler.export.endpoint=" + server.url(),
                "--hotspan.sampler.export.headers=api-key=a%2Cb",
                "--hotspan.sampler.export.group-id=" + harness.prefix + "export",
                "--hotspan.sampler.export.timeout=1s",
                "--hotspan.sampler.export.max-request-size=16KB",
                "--hotspan.sampler.export.initial-backoff=50ms",
                "--hotspan.sampler.export.max-backoff=200ms");
    }

    private void sendAndAwaitDecided(ConfigurableApplicationContext sampler, int wave) {
        for (int i = 0; i < WAVE; i++) {
            TraceId trace = new TraceId(9, ++number);
            harness.send(trace, message(span(trace, number)));
        }
        harness.flush();
        await().atMost(PATIENCE).until(() -> harness.account(sampler).spansKept() == (long) wave * WAVE);
    }

    private Set<ByteString> sent() {
        Set<ByteString> ids = new HashSet<>();
        for (long id = 1; id <= number; id++) {
            ids.add(ByteString.copyFrom(ByteBuffer.allocate(8).putLong(id).array()));
        }
        return ids;
    }

    private static void assertBusyWasHeeded(List<Request> requests) {
        for (int i = 0; i + 1 < requests.size(); i++) {
            if (requests.get(i).behaviour() == Behaviour.BUSY) {
                assertThat(requests.get(i + 1).nanoTime() - requests.get(i).nanoTime())
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
            }
        }
        assertThat(requests).extracting(Request::behaviour).contains(Behaviour.HANG, Behaviour.DROP);
    }

    private static Map<String, Object> exportHealth(ConfigurableApplicationContext sampler) {
        HealthIndicator indicator = sampler.getBean("exportHealthIndicator", HealthIndicator.class);
        return Objects.requireNonNull(indicator.health()).getDetails();
    }

    private static double spans(ConfigurableApplicationContext sampler, String outcome) {
        return sampler.getBean(MeterRegistry.class)
                .get("tail_sampling.export.spans")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
