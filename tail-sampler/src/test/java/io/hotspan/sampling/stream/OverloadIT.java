package io.hotspan.sampling.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.hotspan.embedded.kafka.KafkaOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.DurationStyle;

/** Three times what a sampler can do, with memory for a fraction of it: it falls behind, loses nothing, catches up. */
class OverloadIT {

    private static final Duration FLOOD =
            DurationStyle.detectAndParse(System.getProperty("hotspan.sampler.overload", "6s"));
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final double OVERLOAD = 3;
    private static final long WARM_UP_SPANS = 200_000;
    private static final int BUDGET_MB = 8;
    private static final double BUDGET = BUDGET_MB << 20;

    @TempDir
    Path folder;

    private double mostBuffered;
    private long lastLookNanos;

    @Test
    void threeTimesTheSustainableRate_isSampledInBoundedMemoryToTheLastSpan() throws Exception {
        int metricsPort = freePort();
        try (EmbeddedKafka broker = broker();
                SamplerHarness harness = new SamplerHarness(broker.bootstrapServers());
                Flood flood = new Flood(broker.bootstrapServers(), harness.prefix + "raw");
                Scrape metrics = new Scrape(metricsPort);
                SamplerProcess sampler = new SamplerProcess(harness.arguments(
                        "--management.server.port=" + metricsPort,
                        "--hotspan.sampler.policies-file=" + policies(),
                        "--hotspan.sampler.buffer.budget=" + BUDGET_MB + "MB",
                        "--hotspan.sampler.buffer.patience=100ms"))) {
            flood.send(WARM_UP_SPANS);
            awaitCaughtUp(sampler, metrics, flood, PATIENCE);
            long start = System.nanoTime();
            flood.send(2 * WARM_UP_SPANS);
            awaitReceived(sampler, metrics, flood);
            double sustainable = 2 * WARM_UP_SPANS / secondsSince(start);
            awaitCaughtUp(sampler, metrics, flood, PATIENCE);

            long before = flood.spans();
            start = System.nanoTime();
            flood.send(OVERLOAD * sustainable, FLOOD, () -> look(sampler, metrics));
            double fed = (flood.spans() - before) / secondsSince(start);
            double behind = flood.spans() - metrics.value("tail_sampling_spans_received_total");
            start = System.nanoTime();
            awaitCaughtUp(sampler, metrics, flood, FLOOD.multipliedBy(10).plus(PATIENCE));

            System.out.printf(
                    "sustainable %,.0f spans/s; %,.0f spans/s (%.1f times) for %d s: %,.0f spans behind, caught up"
                            + " in %.0f s; buffer at most %.1f of %d MB, %,.0f traces decided early; %,d spans,"
                            + " 0 lost, 0 doubled%n",
                    sustainable,
                    fed,
                    fed / sustainable,
                    FLOOD.toSeconds(),
                    behind,
                    secondsSince(start),
                    mostBuffered / (1 << 20),
                    BUDGET_MB,
                    metrics.value("tail_sampling_traces_decided_early_total"),
                    flood.spans());
            assertThat(behind).as("spans behind; no overload otherwise").isGreaterThan((flood.spans() - before) / 4.0);
            // A poll is taken in before the buffer is looked at.
            assertThat(mostBuffered).isPositive().isLessThan(BUDGET * 1.25);
            flood.verify(harness);
        }
    }

    private void awaitReceived(SamplerProcess sampler, Scrape metrics, Flood flood) {
        await().atMost(PATIENCE).pollInterval(LOOK_EVERY.dividedBy(5)).until(() -> {
            look(sampler, metrics);
            return metrics.value("tail_sampling_spans_received_total") == flood.spans();
        });
    }

    /** Until every span sent is decided. */
    private void awaitCaughtUp(SamplerProcess sampler, Scrape metrics, Flood flood, Duration patience) {
        await().atMost(patience).pollInterval(LOOK_EVERY).until(() -> {
            look(sampler, metrics);
            return metrics.value("tail_sampling_spans_exported_total")
                            + metrics.value("tail_sampling_spans_dropped_total")
                    == flood.spans();
        });
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private void look(SamplerProcess sampler, Scrape metrics) {
        if (System.nanoTime() - lastLookNanos >= LOOK_EVERY.toNanos()) {
            lastLookNanos = System.nanoTime();
            assertThat(sampler.isAlive()).isTrue();
            mostBuffered = Math.max(mostBuffered, metrics.value("tail_sampling_buffer_bytes"));
        }
    }

    /** Patterns enough that sampling, not the broker or the sender, is what cannot keep up; none of them matches. */
    private Path policies() throws IOException {
        String patterns = IntStream.range(0, 20)
                .mapToObj(
                        "- {name: p%d, type: string-attribute, key: http.route, values: ['(/[a-z]*)*%1$d'], regex: true}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        return Files.writeString(
                folder.resolve("policies.yml"),
                "policies:\n" + patterns + "\n- {name: rest, type: probability, probability: 0.1}\n");
    }

    private EmbeddedKafka broker() {
        return EmbeddedKafka.start(new KafkaOptions(folder.resolve("kafka"), 0, Duration.ofHours(6), Long.MAX_VALUE));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
