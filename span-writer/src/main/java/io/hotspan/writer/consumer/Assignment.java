package io.hotspan.writer.consumer;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.batch.RecordBatch;
import io.hotspan.writer.batch.WriterMetrics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that are ours, as they come and go. */
final class Assignment implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(Assignment.class);

    private final Map<TopicPartition, PartitionWriter> writers = new HashMap<>();
    private final Consumer<byte[], byte[]> consumer;
    private final Function<RecordBatch, Future<?>> insert;
    private final WriterProperties properties;
    private final WriterMetrics metrics;

    Assignment(
            Consumer<byte[], byte[]> consumer,
            Function<RecordBatch, Future<?>> insert,
            WriterProperties properties,
            WriterMetrics metrics) {
        this.consumer = consumer;
        this.insert = insert;
        this.properties = properties;
        this.metrics = metrics;
    }

    void add(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long nowNanos) {
        PartitionWriter writer = writers.get(partition);
        if (writer != null) {
            metrics.received(records.size());
            writer.add(records, consumer.position(partition), nowNanos);
        }
    }

    /** A commit during a rebalance is refused and tried again after the next poll, which joins the group. */
    void advance(long nowNanos) {
        writers.forEach((partition, writer) -> {
            try {
                writer.advance(nowNanos);
            } catch (RebalanceInProgressException later) {
                log.debug("{} waits for the group to settle", partition);
            }
            if (writer.isFull()) {
                consumer.pause(Set.of(partition));
            } else {
                consumer.resume(Set.of(partition));
            }
        });
    }

    boolean isWriting() {
        return writers.values().stream().anyMatch(PartitionWriter::isWriting);
    }

    /** Ends running inserts and commits them: before a stop. */
    void finish() {
        writers.values().forEach(writer -> writer.finish(properties.revokeTimeout()));
    }

    /** Stops running inserts where they are. */
    void abandon() {
        drop(Set.copyOf(writers.keySet()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        Map<TopicPartition, OffsetAndMetadata> commits = consumer.committed(Set.copyOf(assigned));
        for (TopicPartition partition : assigned) {
            OffsetAndMetadata commit = commits.get(partition);
            CommittedOffset from =
                    commit == null ? CommittedOffset.at(consumer.position(partition)) : CommittedOffset.of(commit);
            if (from.isInflight()) {
                log.info(
                        "Repeating the batch {} … {} of {}, which a writer had begun",
                        from.offset(),
                        from.inflight(),
                        partition);
            }
            writers.put(partition, new PartitionWriter(partition, from, properties.batch(), this::commit, insert));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        for (TopicPartition partition : revoked) {
            PartitionWriter writer = writers.get(partition);
            if (writer != null) {
                writer.finish(properties.revokeTimeout());
            }
        }
        drop(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        drop(lost);
    }

    private void drop(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            PartitionWriter writer = writers.remove(partition);
            if (writer != null) {
                writer.abandon();
                metrics.released(writer.buffered());
            }
        }
    }

    private void commit(TopicPartition partition, CommittedOffset offset) {
        consumer.commitSync(Map.of(partition, offset.toCommit()));
    }
}
