package io.hotspan.generator.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What became of live spans: generated = sent + failed + dropped + waiting, at every moment. */
@Component
class LiveCounters {

    private final Counter generated;
    private final Counter sent;
    private final Counter failed;
    private final Counter dropped;
    private final Counter skippedTraces;
    private final AtomicLong waiting = new AtomicLong();

    LiveCounters(MeterRegistry meters) {
        generated = spans(meters, "generated", "Spans of live traffic made");
        sent = spans(meters, "sent", "Live spans the receiver has acknowledged");
        failed = spans(meters, "failed", "Live spans given up after the SDK's retries");
        dropped = spans(meters, "dropped", "Live spans dropped because too many were waiting for the receiver");
        skippedTraces = Counter.builder("hotspan.generator.live.traces.skipped")
                .description("Live traces left out because the generator stalled")
                .register(meters);
        Gauge.builder("hotspan.generator.live.spans.waiting", waiting, AtomicLong::doubleValue)
                .description("Live spans queued or under way")
                .register(meters);
    }

    void queued(int spans) {
        generated.increment(spans);
        waiting.addAndGet(spans);
    }

    void sent(int spans) {
        waiting.addAndGet(-spans);
        sent.increment(spans);
    }

    void failed(int spans) {
        waiting.addAndGet(-spans);
        failed.increment(spans);
    }

    void dropped(int spans) {
        generated.increment(spans);
        dropped.increment(spans);
    }

    void skipped(long traces) {
        skippedTraces.increment((double) traces);
    }

    long waiting() {
        return waiting.get();
    }

    private static Counter spans(MeterRegistry meters, String outcome, String description) {
        return Counter.builder("hotspan.generator.live.spans." + outcome)
                .description(description)
                .register(meters);
    }
}
