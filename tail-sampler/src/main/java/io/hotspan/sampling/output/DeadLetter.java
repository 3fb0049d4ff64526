package io.hotspan.sampling.output;

import io.hotspan.sampling.ingest.InputRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** An input record nobody can decide, as it came, with why and where it lay. */
final class DeadLetter {

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(String topic, ConsumerRecord<byte[], InputRecord> source, String error) {
        List<Header> why = new ArrayList<>(List.of(source.headers().toArray()));
        why.add(TextHeader.of("error", error));
        why.add(TextHeader.of("source.topic", source.topic()));
        why.add(TextHeader.of("source.partition", Integer.toString(source.partition())));
        why.add(TextHeader.of("source.offset", Long.toString(source.offset())));
        return new ProducerRecord<>(topic, null, source.timestamp(), source.key(), bytes(source.value()), why);
    }

    private static byte @Nullable [] bytes(@Nullable InputRecord value) {
        return value == null
                ? null
                : Arrays.copyOfRange(value.bytes(), value.offset(), value.offset() + value.length());
    }
}
