package io.hotspan.writer.batch;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one partition's offsets {@code [from, to)}. Offsets between them may be missing: a transaction's
 * markers have some, and compaction takes some.
 */
public record RecordBatch(TopicPartition partition, long from, long to, List<ConsumerRecord<byte[], byte[]>> records) {

    public RecordBatch {
        if (from >= to) {
            throw new IllegalArgumentException("an empty batch of " + partition + ": " + from + " … " + to);
        }
        records = List.copyOf(records);
    }

    /** What names the insert of the offsets {@code [begin, end)}. */
    String token(long begin, long end) {
        return partition.topic() + "/" + partition.partition() + "/" + begin + "/" + end;
    }
}
