package io.hotspan.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.testing.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class OutageIT {
    private static final Duration WAIT = Duration.ofSeconds(60);

    @Test
    void clickHouseAway_delaysSpansAndLosesNone() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(2);
                CuttableLink link =
                        new CuttableLink(URI.create(TestServers.clickHouse().httpUrl()))) {
            ConfigurableApplicationContext writer = test.start(
                    "--hotspan.clickhouse.url=" + link.url(),
                    "--hotspan.writer.retry.max-delay=500ms",
                    "--hotspan.writer.batch.max-records=100",
                    "--spring.kafka.consumer.max-poll-records=100");
            MeterRegistry meters = writer.getBean(MeterRegistry.class);
            HealthIndicator clickHouse = writer.getBean("clickHouseHealthIndicator", HealthIndicator.class);
            send(test, 0, 50);
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(test.rowsAndSpans()).containsExactly(100, 100));
            assertThat(status(clickHouse)).isEqualTo(Status.UP);

            link.cut();
            send(test, 50, 1000);
            await().atMost(WAIT).until(() -> count(meters, "retries") >= 5);
            assertThat(status(clickHouse)).isEqualTo(Status.DOWN);
            assertThat(meters.get("hotspan.writer.records.pending").gauge().value())
                    .isPositive();
            assertThat(test.rowsAndSpans()).containsExactly(100, 100);

            link.mend();
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(test.rowsAndSpans()).containsExactly(2000, 2000));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(count(meters, "records.received"))
                            .isEqualTo(count(meters, "records.written"))
                            .isEqualTo(1000));
            assertThat(count(meters, "spans.written")).isEqualTo(2000);
            assertThat(count(meters, "records.dead.lettered")).isZero();
        }
    }

    private static void send(WriterUnderTest test, int from, int to) {
        for (int i = from; i < to; i++) {
            test.send(TestSpans.trace(i, 2));
        }
    }

    private static Status status(HealthIndicator health) {
        return Objects.requireNonNull(health.health()).getStatus();
    }

    private static double count(MeterRegistry meters, String name) {
        return meters.get("hotspan.writer." + name).counter().count();
    }
}
