package io.hotspan.sampling.partition;

import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.buffer.BufferedTrace;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.ingest.TraceIdHex;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Ruling;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Assembles and decides the traces of one input partition. Whatever it gives to the outbox is meant for one transaction
 * together with {@link #commitPoint()}; started again from the last committed point, it neither loses nor repeats. Not
 * thread-safe.
 */
public final class PartitionSampler {

    private final KnownDecisions decisions;
    private final UndecidedTraces undecided;
    private final DecidedTraces decided;
    private final DecisionBoundaries boundaries;
    private final Outbox outbox;
    private final Tally tally;
    private final PartitionClock clock = new PartitionClock();

    private long position;
    private long settled;
    private long wall;

    /**
     * @param from where to begin
     * @param decisions those of the log from {@code from.decisionsFrom()} to its end
     * @param seed of the tables by trace id
     */
    public PartitionSampler(
            int partition,
            PartitionJudges judges,
            DecisionTiming timing,
            CommitPoint from,
            KnownDecisions decisions,
            Outbox outbox,
            Tally tally,
            long seed) {
        this.decisions = decisions;
        this.undecided = new UndecidedTraces(partition, judges, timing, decisions, outbox, tally, seed);
        this.decided = new DecidedTraces(partition, decisions, outbox, tally);
        this.boundaries = new DecisionBoundaries(from.offset(), from.decisionsFrom());
        this.outbox = outbox;
        this.tally = tally;
        this.position = from.offset();
        this.settled = from.settled();
        this.wall = from.atMillis();
    }

    /** Takes the next input record. */
    public void accept(ConsumerRecord<byte[], InputRecord> record, long wallMillis) {
        position = record.offset() + 1;
        wall = wallMillis;
        clock.record(record.timestamp(), wallMillis);
        // A tombstone has none, whatever the types say.
        @Nullable InputRecord value = record.value();
        String fault = value == null ? "the record has no value" : value.fault();
        if (value == null || fault != null) {
            unreadable(record, String.valueOf(fault));
        } else {
            // What becomes of the trace plays no part: below the settled point it has been counted.
            if (record.offset() >= settled) {
                outbox.counted(value);
            }
            readable(record, value);
        }
        settled = Math.max(settled, position);
    }

    /** The partition is read to its end: time goes on without records. */
    public void idle(long wallMillis) {
        wall = wallMillis;
        clock.idle(wallMillis);
    }

    /** Decides every trace that has been quiet for long enough or open for too long. */
    public void decideDue() {
        long now = clock.millis();
        undecided.decideDue(now, position);
        if (!replaying()) {
            decisions.forget(now);
        }
    }

    /** How long the quietest trace has been quiet, in milliseconds; -1 if there is none. */
    public long longestQuietMillis() {
        return undecided.longestQuietMillis(clock.millis());
    }

    /** Decides the trace that has been quiet for longest, due or not. */
    public void decideQuietest() {
        undecided.decideQuietest(clock.millis(), position);
    }

    /** What to commit together with everything given to the outbox so far. */
    public CommitPoint commitPoint() {
        long offset = undecided.firstOffset(position);
        return new CommitPoint(offset, settled, decisions.decisionsFrom(boundaries.decisionEndAt(offset)), wall);
    }

    /** The commit point is committed, and the decision log ends at or after this offset. */
    public void committed(long decisionEnd) {
        // Below the settled point lie records decided by a predecessor, before any end seen now.
        if (!replaying()) {
            boundaries.add(position, decisionEnd);
        }
        decisions.written(decisionEnd);
    }

    /** The latest decisions about traces that are being brought back. */
    public List<Decision> beingRevived() {
        return decisions.beingRevived();
    }

    /**
     * Brings a dropped trace back, unless that was done or a force rule dropped it, or unless it goes on: what comes of
     * it now will be decided anew.
     *
     * @param found the latest decision about it in the log, for it may have been forgotten
     */
    public void bringBack(Decision found, Ruling ruling) {
        if (undecided.find(found.high(), found.low()) == null) {
            decided.bringBack(found, ruling);
        }
    }

    /**
     * Takes records of a trace that is being brought back.
     *
     * @throws IllegalStateException if they are not the next of it, as when two readers bring back the same
     */
    public void restore(RestoredRecords restored) {
        decided.restore(restored);
    }

    /** The undecided trace of this id as it is now, or null; to be looked at only until the next call. */
    public @Nullable BufferedTrace undecided(long high, long low) {
        return undecided.find(high, low);
    }

    /** Estimated heap of undecided traces, in bytes. */
    public long bufferedBytes() {
        return undecided.bytes();
    }

    /** Number of spans of undecided traces. */
    public long undecidedSpans() {
        return undecided.spans();
    }

    /** Age of the oldest undecided trace in record time, in milliseconds; 0 if there is none. */
    public long oldestAgeMillis() {
        return undecided.oldestAgeMillis(clock.millis());
    }

    private boolean replaying() {
        return position < settled;
    }

    private void readable(ConsumerRecord<byte[], InputRecord> record, InputRecord value) {
        BufferedTrace trace = undecided.find(value.high(), value.low());
        // A trace is either undecided or remembered, never both.
        Decision known = trace == null ? decisions.find(value.high(), value.low()) : null;
        if (known == null) {
            taken(record, value);
            undecided.add(record, value, trace, clock.millis());
        } else if (record.offset() < known.settledBelow()) {
            tally.replayed();
        } else {
            taken(record, value);
            decided.late(record, value, known);
        }
    }

    private void taken(ConsumerRecord<byte[], InputRecord> record, InputRecord value) {
        tally.taken(value.spans(), TraceIdHex.matches(record.key(), value.high(), value.low()));
    }

    private void unreadable(ConsumerRecord<byte[], InputRecord> record, String fault) {
        if (record.offset() < settled) {
            tally.replayed();
        } else {
            tally.deadLettered();
            outbox.unreadable(record, fault);
        }
    }
}
