package io.hotspan.benchmarks.throughput;

import io.hotspan.sampling.TailSamplerApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Heap that an undecided span takes in a sampler.
 *
 * @param bytes a span, from the growth of this process's heap
 * @param estimatedBytes a span, as the sampler counts for its budget
 * @param wireBytes a span, in the records it came in
 * @param spans how many were held
 */
record BufferedHeap(double bytes, double estimatedBytes, double wireBytes, double spans) {

    private static final String INPUT = "heap-input";
    private static final String GROUP = "heap";
    private static final long RECORDS = 300_000;
    private static final int COLLECTIONS = 3;

    /** Fills a sampler that decides nothing. */
    static BufferedHeap measure(Servers servers, Dataset data, Map<String, Object> producerSettings) throws Exception {
        long records = Math.min(RECORDS, data.records.entries());
        servers.topics().create(INPUT);
        try (ConfigurableApplicationContext sampler = servers.run(
                TailSamplerApplication.class,
                "tail-sampler",
                "--hotspan.sampler.topics.input=" + INPUT,
                "--hotspan.sampler.group-id=" + GROUP,
                "--hotspan.sampler.buffer.budget=1GB",
                "--hotspan.sampler.inactivity=1h",
                "--hotspan.sampler.max-trace-age=2h")) {
            MeterRegistry meters = sampler.getBean(MeterRegistry.class);
            int threads = sampler.getEnvironment().getRequiredProperty("hotspan.sampler.concurrency", Integer.class);
            // A partition that moves later would be read twice.
            Until.holds(
                    "every thread has its partitions", () -> servers.topics().isShared(GROUP, threads));
            long before = usedHeap();
            long[] wire = {0};
            // Closed before heap is measured, for its buffers.
            try (PlainProducer producer = new PlainProducer(producerSettings)) {
                producer.send(data.records, records, (record, _) -> {
                    wire[0] += record.value().length;
                    return new ProducerRecord<>(INPUT, null, record.timeMillis(), record.key(), record.value());
                });
            }
            Until.holds(
                    "the sampler holds every record",
                    () -> meters.get("tail_sampling.records.taken").counter().count() == records);
            double spans = gauge(meters, "spans.undecided");
            return new BufferedHeap(
                    (usedHeap() - before) / spans, gauge(meters, "buffer.bytes") / spans, wire[0] / spans, spans);
        }
    }

    private static double gauge(MeterRegistry meters, String name) {
        return meters.get("tail_sampling." + name).gauge().value();
    }

    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
