package io.hotspan.benchmarks.throughput;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A Kafka consumer with the sampler's settings that does nothing but read. */
final class PlainConsumer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    /** Connects, and finds out how much there is. */
    PlainConsumer(Map<String, Object> samplersSettings, List<TopicPartition> partitions) {
        consumer = new KafkaConsumer<>(samplersSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    /** Reads from the first record to the last. */
    void readAll() {
        while (!isAtEnd()) {
            consumer.poll(POLL);
        }
    }

    // By position: the mark of a transaction's end has an offset but is no record.
    private boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
