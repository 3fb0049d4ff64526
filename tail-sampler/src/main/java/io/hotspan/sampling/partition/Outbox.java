package io.hotspan.sampling.partition;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes what a partition gives out; all of it leaves in the transaction that commits the partition's offset. */
public interface Outbox {

    /**
     * A record of a kept trace: so many bytes of an array that is used again after the call.
     *
     * @param randomness what the decision compared with its threshold
     * @param explicitRandomness the {@code rv} it came from, or -1
     */
    void kept(
            Decision decision,
            byte[] bytes,
            int offset,
            int length,
            long timestampMillis,
            long randomness,
            long explicitRandomness);

    /**
     * A decision about a trace of the partition, or a later entry of one.
     *
     * @param evidence of a first entry, valid during the call; null for a later one
     */
    void decided(int partition, Decision decision, @Nullable Evidence evidence);

    /** A sound record of the partition, for its spans to be counted. */
    void counted(int partition, InputRecord record);

    /** A record no decision can be made about. */
    void unreadable(ConsumerRecord<byte[], InputRecord> source, String error);
}
