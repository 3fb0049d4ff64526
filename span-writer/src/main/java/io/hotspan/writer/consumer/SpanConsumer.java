package io.hotspan.writer.consumer;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.batch.BatchWriter;
import io.hotspan.writer.batch.RecordBatch;
import io.hotspan.writer.batch.WriterMetrics;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads all topics and writes each partition's batches. It polls on while inserts run, so that an outage of ClickHouse,
 * of whatever length, costs it no partition: full partitions are paused and nothing is dropped.
 */
@Component
class SpanConsumer {
    /** Short while an insert runs, so that its end is noticed. */
    private static final Duration POLL_WHILE_WRITING = Duration.ofMillis(10);

    private static final Duration POLL = Duration.ofMillis(100);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final BatchWriter batches;
    private final WriterProperties properties;
    private final WriterMetrics metrics;

    SpanConsumer(
            ConsumerFactory<byte[], byte[]> consumers,
            BatchWriter batches,
            WriterProperties properties,
            WriterMetrics metrics) {
        this.consumers = consumers;
        this.batches = batches;
        this.properties = properties;
        this.metrics = metrics;
    }

    /** Runs while {@code wanted}; any failure leaves the group, and a new run begins from its commits. */
    void run(BooleanSupplier wanted, Runnable polled) {
        try (ExecutorService inserts = Executors.newVirtualThreadPerTaskExecutor();
                Consumer<byte[], byte[]> consumer = consumers.createConsumer(properties.groupId(), "")) {
            Assignment assignment = new Assignment(consumer, batch -> submit(inserts, batch), properties, metrics);
            try {
                consumer.subscribe(properties.sources().keySet(), assignment);
                while (wanted.getAsBoolean()) {
                    step(consumer, assignment);
                    polled.run();
                }
                assignment.finish();
            } finally {
                assignment.abandon();
            }
        }
    }

    private Future<?> submit(ExecutorService inserts, RecordBatch batch) {
        return inserts.submit(() -> {
            batches.write(batch);
            return batch;
        });
    }

    private void step(Consumer<byte[], byte[]> consumer, Assignment assignment) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(assignment.isWriting() ? POLL_WHILE_WRITING : POLL);
        long now = System.nanoTime();
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            assignment.add(partition, records.records(partition), now);
            lag += consumer.currentLag(partition).orElse(0);
        }
        assignment.advance(now);
        metrics.lag(lag);
    }
}
