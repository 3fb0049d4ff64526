package io.hotspan.sampling.partition;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes what a partition gives out; all of it leaves in the transaction that commits the partition's offset. */
public interface Outbox {

    /**
     * A record of a kept trace: so many bytes of an array that is used again after the call.
     *
     * @param context of the trace, or of the record if it came late
     */
    void kept(Decision decision, TraceContext context, byte[] bytes, int offset, int length, long timestampMillis);

    /**
     * A decision about a trace of the partition, or a later entry of one.
     *
     * @param evidence of a first entry, valid during the call; null for a later one
     */
    void decided(int partition, Decision decision, @Nullable Evidence evidence);

    /** A sound record, for its spans to be counted. */
    void counted(InputRecord record);

    /** A record no decision can be made about. */
    void unreadable(ConsumerRecord<byte[], InputRecord> source, String error);
}
