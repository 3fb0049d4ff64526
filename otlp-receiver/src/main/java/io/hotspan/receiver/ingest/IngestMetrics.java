package io.hotspan.receiver.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts what comes in and what becomes of it. Spans received = accepted + refused; requests received = the sum of the
 * finished ones over all outcomes, once no request is open.
 */
@Component
public final class IngestMetrics {

    private final Counter spansReceived;
    private final Counter spansAccepted;
    private final Map<RefusalReason, Counter> spansRefused = new EnumMap<>(RefusalReason.class);
    private final Map<Transport, Counter> requestsReceived = new EnumMap<>(Transport.class);
    private final Map<Transport, Map<RequestOutcome, Counter>> requestsFinished = new EnumMap<>(Transport.class);
    private final Map<Transport, Timer> requestTime = new EnumMap<>(Transport.class);
    private final DistributionSummary messageSize;

    IngestMetrics(MeterRegistry meters) {
        spansReceived = Counter.builder("hotspan.receiver.spans.received")
                .description("Spans in messages that could be decoded")
                .register(meters);
        spansAccepted = Counter.builder("hotspan.receiver.spans.accepted")
                .description("Spans acknowledged, which Kafka has")
                .register(meters);
        for (RefusalReason reason : RefusalReason.values()) {
            spansRefused.put(
                    reason,
                    Counter.builder("hotspan.receiver.spans.refused")
                            .description("Spans not acknowledged")
                            .tag("reason", reason.tag())
                            .register(meters));
        }
        messageSize = DistributionSummary.builder("hotspan.receiver.message.size")
                .description("Size of decoded messages as protobuf")
                .baseUnit("bytes")
                .register(meters);
        for (Transport transport : Transport.values()) {
            register(transport, meters);
        }
    }

    private void register(Transport transport, MeterRegistry meters) {
        requestsReceived.put(
                transport,
                Counter.builder("hotspan.receiver.requests.received")
                        .description("Requests begun")
                        .tag("transport", transport.tag())
                        .register(meters));
        Map<RequestOutcome, Counter> finished = new EnumMap<>(RequestOutcome.class);
        for (RequestOutcome outcome : RequestOutcome.values()) {
            finished.put(
                    outcome,
                    Counter.builder("hotspan.receiver.requests.finished")
                            .description("Requests by how they ended")
                            .tag("transport", transport.tag())
                            .tag("outcome", outcome.tag())
                            .register(meters));
        }
        requestsFinished.put(transport, finished);
        requestTime.put(
                transport,
                Timer.builder("hotspan.receiver.ingest.time")
                        .description("Time from a whole message to its answer")
                        .tag("transport", transport.tag())
                        .register(meters));
    }

    /** A request has begun. */
    public void requestReceived(Transport transport) {
        of(requestsReceived, transport).increment();
    }

    /** A request has ended. */
    public void requestFinished(Transport transport, RequestOutcome outcome) {
        of(of(requestsFinished, transport), outcome).increment();
    }

    void ingested(Transport transport, Duration time) {
        of(requestTime, transport).record(time);
    }

    void spansReceived(int spans, int messageBytes) {
        spansReceived.increment(spans);
        messageSize.record(messageBytes);
    }

    void spansAccepted(int spans) {
        spansAccepted.increment(spans);
    }

    void spansRefused(Refusals refusals) {
        refusals.counts().forEach((reason, spans) -> of(spansRefused, reason).increment(spans));
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("not registered: " + key);
        }
        return value;
    }
}
