package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.policy.settings.PolicyWatch;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class PolicyReloadIT {

    private static final String DROP = "policies: [{name: none, type: probability, probability: 0}]";
    private static final String KEEP = """
            policies:
              - name: checkout
                type: string-attribute
                key: http.route
                values: [/cart/checkout]
            """;

    @TempDir
    Path folder;

    @Test
    void changedFile_isInForceForLaterTracesWithoutARestart() throws Exception {
        Path file = Files.writeString(folder.resolve("policies.yml"), DROP);
        try (SamplerHarness harness = new SamplerHarness()) {
            ConfigurableApplicationContext sampler = harness.start("--hotspan.sampler.policies-file=" + file);
            TraceId before = new TraceId(1, 1);
            sendAndAwait(harness, sampler, before, 1);

            Files.writeString(file, KEEP);
            PolicyWatch watch = sampler.getBean(PolicyWatch.class);
            await().until(() -> watch.get().policies().getFirst().name().equals("checkout"));
            TraceId after = new TraceId(1, 2);
            sendAndAwait(harness, sampler, after, 2);
            sendAndAwait(harness, sampler, before, 3);

            assertThat(harness.decisions())
                    .filteredOn(decision -> decision.low() == before.low())
                    .extracting(decision -> decision.ruling().kept(), Decision::lateSpans)
                    .containsExactly(tuple(false, 0), tuple(false, 1));
            assertThat(harness.decisions())
                    .filteredOn(decision -> decision.low() == after.low())
                    .singleElement()
                    .satisfies(
                            decision -> assertThat(decision.ruling().reason()).isEqualTo("string-attribute"));

            assertThat(reloadSuccess(sampler)).isEqualTo(1);
            Files.writeString(file, "policies: [{name: a, type: latency}]");
            await().until(() -> reloadSuccess(sampler) == 0);
            assertThat(watch.lastReload().problem()).contains("line 1, column 19: policy a needs at-least");
            assertThat(watch.get().policies().getFirst().name()).isEqualTo("checkout");
        }
    }

    private static double reloadSuccess(ConfigurableApplicationContext sampler) {
        return sampler.getBean(MeterRegistry.class)
                .get("tail_sampling.policies.reload.success")
                .gauge()
                .value();
    }

    private static void sendAndAwait(
            SamplerHarness harness, ConfigurableApplicationContext sampler, TraceId trace, int spans) {
        harness.send(trace, message(span(trace, spans)));
        harness.flush();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var account = harness.account(sampler);
            return account.spansKept() + account.spansDropped() == spans;
        });
    }
}
