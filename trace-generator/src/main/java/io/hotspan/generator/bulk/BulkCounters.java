package io.hotspan.generator.bulk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What became of bulk spans. */
@Component
public class BulkCounters {

    private final Counter traces;
    private final Counter sent;
    private final Counter rejected;
    private final Counter retries;

    BulkCounters(MeterRegistry meters) {
        traces = counter(meters, "traces", "Bulk traces the receiver has taken");
        sent = counter(meters, "spans.sent", "Bulk spans the receiver has taken");
        rejected = counter(meters, "spans.rejected", "Bulk spans the receiver has refused for good");
        retries = counter(meters, "retries", "Bulk requests sent once more");
    }

    public void delivered(long newTraces, long spans, long rejectedSpans) {
        traces.increment((double) newTraces);
        sent.increment((double) (spans - rejectedSpans));
        rejected.increment((double) rejectedSpans);
    }

    public void retried() {
        retries.increment();
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("hotspan.generator.bulk." + name)
                .description(description)
                .register(meters);
    }
}
