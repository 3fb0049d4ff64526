package io.hotspan.writer.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts every record at its way in and at each way out: {@code received = written + dead-lettered + released +
 * pending}.
 */
@Component
public class WriterMetrics {
    private final Counter received;
    private final Counter written;
    private final Counter deadLettered;
    private final Counter released;
    private final Counter spans;
    private final Counter retries;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();

    WriterMetrics(MeterRegistry registry) {
        this.received = counter(registry, "received", "Records read from Kafka");
        this.written = counter(registry, "written", "Records whose spans are stored");
        this.deadLettered = counter(registry, "dead.lettered", "Records set aside");
        this.released = counter(registry, "released", "Records left to the next owner of their partition");
        this.spans = Counter.builder("hotspan.writer.spans.written")
                .description("Spans stored")
                .register(registry);
        this.retries = Counter.builder("hotspan.writer.retries")
                .description("Inserts and dead letters tried again")
                .register(registry);
        Gauge.builder("hotspan.writer.records.pending", pending, AtomicLong::get)
                .description("Records read and not yet stored")
                .register(registry);
        Gauge.builder("hotspan.writer.lag", lag, AtomicLong::get)
                .description("Records in Kafka that are not yet read")
                .register(registry);
    }

    public void received(int records) {
        received.increment(records);
        pending.addAndGet(records);
    }

    public void released(int records) {
        released.increment(records);
        pending.addAndGet(-records);
    }

    public void lag(long records) {
        lag.set(records);
    }

    /** Records read from Kafka that are neither stored nor set aside. */
    public long pending() {
        return pending.get();
    }

    void written(int records, int spansOfThem) {
        written.increment(records);
        spans.increment(spansOfThem);
        pending.addAndGet(-records);
    }

    void deadLettered() {
        deadLettered.increment();
        pending.decrementAndGet();
    }

    void retried() {
        retries.increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome, String description) {
        return Counter.builder("hotspan.writer.records." + outcome)
                .description(description)
                .register(registry);
    }
}
