package io.hotspan.benchmarks.throughput;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A Kafka producer with the receiver's settings that does nothing but send. */
final class PlainProducer implements AutoCloseable {

    private static final int TRANSACTION_TIMEOUT_MILLIS = 600_000;

    private final KafkaProducer<byte[], byte[]> producer;

    PlainProducer(Map<String, Object> receiversSettings) {
        this(receiversSettings, Map.of());
    }

    private PlainProducer(Map<String, Object> receiversSettings, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(receiversSettings);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "plain");
        settings.putAll(more);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** One whose records are seen by readers of committed ones all at once. */
    static PlainProducer transactional(Map<String, Object> receiversSettings) {
        PlainProducer plain = new PlainProducer(
                receiversSettings,
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "plain",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        TRANSACTION_TIMEOUT_MILLIS));
        plain.producer.initTransactions();
        return plain;
    }

    void begin() {
        producer.beginTransaction();
    }

    void commit() {
        producer.commitTransaction();
    }

    /** Sends all records and returns when the broker has confirmed them. */
    void send(Spool records, Shape shape) throws IOException {
        send(records, records.entries(), shape);
    }

    /** Sends the first {@code count} records and returns when the broker has confirmed them. */
    void send(Spool records, long count, Shape shape) throws IOException {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (Spool.Reader reader = records.read()) {
            long number = 0;
            for (byte[] entry = reader.next(); entry != null && number < count; entry = reader.next()) {
                var _ = producer.send(shape.of(TraceRecord.decode(entry), number++), (_, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new IOException("Kafka did not take a record", first);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** What is sent of a record. */
    @FunctionalInterface
    interface Shape {

        ProducerRecord<byte[], byte[]> of(TraceRecord record, long number);
    }
}
