package io.hotspan.sampling.partition;

import io.hotspan.sampling.decision.Decision;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what a partition gives out; all of it leaves in the transaction that commits the partition's offset. */
public interface Outbox {

    /**
     * A record of a kept trace.
     *
     * @param randomness what the decision compared with its threshold
     * @param explicitRandomness the {@code rv} it came from, or -1
     */
    void kept(Decision decision, byte[] value, long timestampMillis, long randomness, long explicitRandomness);

    /** A decision about a trace of the partition, or a later entry of one. */
    void decided(int partition, Decision decision);

    /** A record no decision can be made about. */
    void unreadable(ConsumerRecord<byte[], byte[]> source, String error);
}
