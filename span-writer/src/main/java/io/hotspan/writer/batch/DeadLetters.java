package io.hotspan.writer.batch;

import io.hotspan.writer.WriterProperties;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Keeps what cannot be written, as it came, with the reason and its place in headers. */
@Component
class DeadLetters {
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final DeadLetterTopic creation;
    private final String topic;
    private volatile boolean ensured;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, DeadLetterTopic creation, WriterProperties properties) {
        this.kafka = kafka;
        this.creation = creation;
        this.topic = properties.deadLetterTopic();
    }

    /** Returns once the letter is stored. A crash may send it twice: its place tells. */
    boolean send(ConsumerRecord<byte[], byte[]> record, Exception reason)
            throws InterruptedException, ExecutionException {
        if (!ensured) {
            creation.ensure();
            ensured = true;
        }
        // Records of old formats have no time, which is -1 when read and refused when sent.
        Long time = record.timestamp() < 0 ? null : record.timestamp();
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, time, record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        put(headers, "error", String.valueOf(reason.getMessage()));
        put(headers, "source.topic", record.topic());
        put(headers, "source.partition", Integer.toString(record.partition()));
        put(headers, "source.offset", Long.toString(record.offset()));
        kafka.send(letter).get();
        return true;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
