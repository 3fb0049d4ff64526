package io.hotspan.sampling.partition;

import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Ruling;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What still becomes of the decided traces of one partition: late spans follow, dropped traces come back. */
final class DecidedTraces {

    private final int partition;
    private final KnownDecisions decisions;
    private final Outbox outbox;
    private final Tally tally;

    DecidedTraces(int partition, KnownDecisions decisions, Outbox outbox, Tally tally) {
        this.partition = partition;
        this.decisions = decisions;
        this.outbox = outbox;
        this.tally = tally;
    }

    /** A record of a trace that is known came late: it follows the decision, unless an error makes it another one. */
    void late(ConsumerRecord<byte[], InputRecord> record, InputRecord value, Decision known) {
        boolean comesBack = value.errorSpans() > 0 && known.ruling().isDroppedByDefault();
        Decision followed = comesBack ? known.reviving(Ruling.lateError(), record.offset()) : known;
        tally.late(followed.ruling().kept(), value.spans());
        Decision updated = followed.late(value.spans(), record.offset() + 1);
        decisions.remember(updated);
        outbox.decided(partition, updated, null);
        if (updated.ruling().kept()) {
            kept(updated, value, record.timestamp());
        }
    }

    /**
     * Brings a dropped trace back, unless that was done or a force rule dropped it.
     *
     * @param found the latest decision about it in the log, for it may have been forgotten
     */
    void bringBack(Decision found, Ruling ruling) {
        Decision known = decisions.find(found.high(), found.low());
        Decision latest = known == null ? found : known;
        if (latest.ruling().kept() || latest.ruling().rule() != null) {
            return;
        }
        Decision asked = latest.reviving(ruling, latest.settledBelow());
        decisions.remember(asked);
        outbox.decided(partition, asked, null);
        tally.broughtBack(ruling);
    }

    /**
     * Takes records of a trace that is being brought back.
     *
     * @throws IllegalStateException if they are not the next of it, as when two readers bring back the same
     */
    void restore(RestoredRecords restored) {
        Decision decision = decisions.find(restored.high(), restored.low());
        if (decision == null
                || !decision.revival().isOpen()
                || decision.revival().from() != restored.from()) {
            throw new IllegalStateException("records from offset %d are not the next to be restored of partition %d"
                    .formatted(restored.from(), partition));
        }
        int spans = 0;
        for (RestoredRecords.Restored record : restored.records()) {
            kept(decision, record.value(), record.timestampMillis());
            spans += record.value().spans();
        }
        Decision updated = decision.revived(spans, restored.upTo());
        decisions.remember(updated);
        outbox.decided(partition, updated, null);
        tally.revived(updated.revival(), spans);
    }

    private void kept(Decision decision, InputRecord value, long timestampMillis) {
        TraceContext context = TraceContext.of(value.low(), value.explicitRandomness(), value.hasTraceState());
        outbox.kept(decision, context, value.bytes(), value.offset(), value.length(), timestampMillis);
    }
}
