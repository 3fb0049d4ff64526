package io.hotspan.sampling.output;

import io.hotspan.sampling.SamplerProperties.Topics;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.Outbox;
import io.hotspan.sampling.probability.ThresholdStamp;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.sampling.rollup.Rollups;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Writes to Kafka in one transaction at a time, begun by the first record or by the commit. Nobody waits for a single
 * send: a commit fails if any of them did.
 */
@SuppressWarnings("FutureReturnValueIgnored")
public final class KafkaOutbox implements Outbox {

    /** A record of decisions is sent at this size, about 600 of them. */
    private static final int DECISION_RECORD_BYTES = 48 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final Topics topics;
    private final String instance;
    private final ThresholdStamp stamp = new ThresholdStamp();
    private final KeptRecord kept = new KeptRecord();
    private final KeptHeaders headers = new KeptHeaders();
    // Of all partitions together: they leave in one transaction, and the fewer cells the better.
    private final Rollups rollups = new Rollups();
    private final Map<Integer, PartitionOutput> outputs = new HashMap<>();

    private @Nullable PartitionOutput latest;
    private boolean open;
    private long openBytes;
    private long foldedSpans;

    /** Takes a producer whose transactions are initialized, and by what name this sampler is to be known. */
    public KafkaOutbox(Producer<byte[], byte[]> producer, Topics topics, String instance) {
        this.producer = producer;
        this.topics = topics;
        this.instance = instance;
    }

    @Override
    public void kept(
            Decision decision, TraceContext context, byte[] bytes, int offset, int length, long timestampMillis) {
        stamp.stamp(bytes, offset, offset + length, decision.ruling().threshold(), context, (threshold, size) -> {
            begin();
            if (!kept.takes(decision, threshold, size)) {
                sendKept();
                kept.begin(decision, threshold, timestampMillis);
            }
            return kept.message();
        });
    }

    @Override
    public void decided(int partition, Decision decision, @Nullable Evidence evidence) {
        begin();
        PartitionOutput output = output(partition);
        openBytes += output.decisions.add(decision, evidence);
        if (output.decisions.bytes() >= DECISION_RECORD_BYTES) {
            sendDecisions(output);
        }
    }

    @Override
    public void counted(InputRecord record) {
        rollups.add(record.cells(), record.firstCell(), record.spans());
    }

    @Override
    public void unreadable(ConsumerRecord<byte[], InputRecord> source, String error) {
        send(DeadLetter.of(topics.deadLetter(), source, error));
    }

    /** Bytes written in the open transaction. */
    public long openBytes() {
        return openBytes;
    }

    /** Whether a transaction is open. */
    public boolean isOpen() {
        return open;
    }

    /** Commits everything written, together with these input offsets. */
    public void commit(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        begin();
        sendKept();
        outputs.values().forEach(this::sendDecisions);
        sendRollups();
        producer.sendOffsetsToTransaction(offsets, group);
        producer.commitTransaction();
        open = false;
        openBytes = 0;
    }

    /** How many spans of the last commit are counted under a name that stands for others. */
    public long foldedSpans() {
        return foldedSpans;
    }

    /** Takes back everything written since the last commit. */
    public void abort() {
        kept.clear();
        rollups.clear();
        outputs.values().forEach(PartitionOutput::clear);
        if (open) {
            open = false;
            openBytes = 0;
            producer.abortTransaction();
        }
    }

    /** Where the partition's decisions written so far end, or what is given if none was. */
    public long decisionEnd(int partition, long otherwise) {
        return output(partition).decisionEnd(otherwise);
    }

    /** The partition belongs to another from now on. */
    public void forget(int partition) {
        outputs.remove(partition);
        latest = null;
    }

    private void sendKept() {
        if (!kept.isEmpty()) {
            send(new ProducerRecord<>(
                    topics.output(),
                    null,
                    kept.timestampMillis(),
                    kept.key(),
                    kept.message().toByteArray(),
                    headers.of(kept.ruling(), kept.threshold())));
            kept.clear();
        }
    }

    private void sendDecisions(PartitionOutput output) {
        if (output.decisions.bytes() > 0) {
            producer.send(
                    new ProducerRecord<>(topics.decisions(), output.partition, null, output.decisions.take()),
                    output::decisionsWritten);
        }
    }

    private void sendRollups() {
        for (byte[] value : rollups.take()) {
            producer.send(new ProducerRecord<>(topics.rollups(), value));
        }
        foldedSpans = rollups.takeFolded();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        begin();
        byte[] value = record.value();
        openBytes += value == null ? 0 : value.length;
        producer.send(record);
    }

    // Records and decisions come partition after partition.
    private PartitionOutput output(int partition) {
        PartitionOutput output = latest;
        if (output == null || output.partition != partition) {
            output = outputs.computeIfAbsent(partition, number -> new PartitionOutput(number, instance));
            latest = output;
        }
        return output;
    }

    private void begin() {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
    }
}
