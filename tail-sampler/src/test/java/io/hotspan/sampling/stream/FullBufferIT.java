package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.SamplerHarness.header;
import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.telemetry.TraceId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Far more undecided traces than memory, and none due for an hour. */
class FullBufferIT {

    private static final int TRACES = 4_000;
    private static final int BUDGET = 1 << 20;

    @Test
    void fullBufferWithNothingDue_decidesEarlyAndSaysSo_neverStopsNorDrops() throws Exception {
        try (SamplerHarness harness = new SamplerHarness()) {
            for (int i = 1; i <= TRACES; i++) {
                TraceId trace = new TraceId(5, i);
                harness.send(trace, message(span(trace, 2L * i), span(trace, 2L * i + 1)));
            }
            harness.flush();
            ConfigurableApplicationContext sampler = harness.start(
                    "--hotspan.sampler.inactivity=1h",
                    "--hotspan.sampler.max-trace-age=1h",
                    "--hotspan.sampler.buffer.budget=1MB",
                    "--hotspan.sampler.buffer.patience=50ms",
                    "--spring.kafka.consumer.max-poll-records=100",
                    "--hotspan.sampler.policies[0].name=all",
                    "--hotspan.sampler.policies[0].type=probability",
                    "--hotspan.sampler.policies[0].probability=1",
                    "--hotspan.sampler.policies[1].name=errors",
                    "--hotspan.sampler.policies[1].type=error");
            TailSampler workers = sampler.getBean(TailSampler.class);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                long bytes = workers.statuses().stream()
                        .mapToLong(WorkerStatus::bufferedBytes)
                        .max()
                        .orElse(0);
                assertThat(bytes).isLessThan(BUDGET + BUDGET / 4);
                return harness.account(sampler).spansReceived() == 2 * TRACES;
            });
            harness.stop(sampler);

            var kept = harness.read("sampled");
            assertThat(kept)
                    .isNotEmpty()
                    .allSatisfy(record ->
                            assertThat(header(record, "sampling.reason")).isEqualTo("probability (early)"));
            assertThat(kept.stream()
                            .flatMap(record -> spans(record.value()).stream())
                            .map(span -> span.getSpanId()))
                    .doesNotHaveDuplicates();
            // What fits stays undecided, in the log.
            int undecided = TRACES - kept.size();
            assertThat(undecided).isPositive();
        }
    }
}
