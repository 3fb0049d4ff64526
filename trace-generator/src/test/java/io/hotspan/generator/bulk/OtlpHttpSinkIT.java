package io.hotspan.generator.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hotspan.generator.OtlpHttpReceiver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpHttpSinkIT {

    private static final ExportTraceServiceRequest REQUEST = ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(ResourceSpans.newBuilder().setSchemaUrl("any"))
            .build();

    private final OtlpHttpReceiver receiver = new OtlpHttpReceiver();
    private final AtomicInteger retries = new AtomicInteger();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void deliver_toAWillingReceiver_arrivesOnce() throws Exception {
        try (OtlpHttpSink sink = sink(receiver.endpoint(), Duration.ofSeconds(10))) {
            assertThat(sink.deliver(REQUEST)).isZero();
        }
        assertThat(receiver.received()).containsExactly(REQUEST);
        assertThat(retries).hasValue(0);
    }

    @Test
    void deliver_throttledWithRetryAfter_waitsThatLong() throws Exception {
        receiver.answerNext(429, Map.of("Retry-After", "1"));
        long begin = System.nanoTime();
        try (OtlpHttpSink sink = sink(receiver.endpoint(), Duration.ofSeconds(10))) {
            assertThat(sink.deliver(REQUEST)).isZero();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        assertThat(receiver.received()).hasSize(1);
        assertThat(retries).hasValue(1);
    }

    @Test
    void deliver_toAReceiverThatIsUnavailable_isRepeatedUntilTaken() throws Exception {
        receiver.answerNext(503, Map.of());
        receiver.answerNext(502, Map.of());
        receiver.answerNext(504, Map.of());
        try (OtlpHttpSink sink = sink(receiver.endpoint(), Duration.ofSeconds(30))) {
            assertThat(sink.deliver(REQUEST)).isZero();
        }
        assertThat(receiver.received()).hasSize(1);
        assertThat(retries).hasValue(3);
    }

    @Test
    void deliver_refusedForGood_isNotRepeated() {
        receiver.answerNext(400, Map.of());
        try (OtlpHttpSink sink = sink(receiver.endpoint(), Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> sink.deliver(REQUEST))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("400");
        }
        assertThat(retries).hasValue(0);
    }

    @Test
    void deliver_toNobody_givesUpInTheEnd() {
        URI nobody = receiver.endpoint();
        receiver.close();
        try (OtlpHttpSink sink = sink(nobody, Duration.ofMillis(500))) {
            assertThatThrownBy(() -> sink.deliver(REQUEST))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("No answer");
        }
        assertThat(retries).hasPositiveValue();
    }

    @Test
    void deliver_interruptedWhileItWaits_endsAtOnce() throws Exception {
        receiver.answerNext(503, Map.of("Retry-After", "60"));
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        try (OtlpHttpSink sink = sink(receiver.endpoint(), Duration.ofMinutes(5))) {
            Thread caller = Thread.ofPlatform().start(() -> {
                try {
                    sink.deliver(REQUEST);
                } catch (DeliveryException | InterruptedException e) {
                    outcome.set(e);
                }
            });
            await().until(() -> retries.get() == 1);
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    }

    private OtlpHttpSink sink(URI endpoint, Duration giveUpAfter) {
        return new OtlpHttpSink(
                endpoint, Duration.ofSeconds(10), giveUpAfter, Clock.systemUTC(), retries::incrementAndGet);
    }
}
