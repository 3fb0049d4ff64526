package io.hotspan.sampling.partition;

import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.buffer.BufferedTrace;
import io.hotspan.sampling.buffer.TraceBuffer;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.policy.Judge;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The traces of one partition that wait for their decision, until they are due. Times are record times. */
final class UndecidedTraces {

    private final int partition;
    private final PartitionJudges judges;
    private final long inactivityMillis;
    private final long maxTraceAgeMillis;
    private final KnownDecisions decisions;
    private final Outbox outbox;
    private final Tally tally;
    private final TraceBuffer buffer;

    UndecidedTraces(
            int partition,
            PartitionJudges judges,
            DecisionTiming timing,
            KnownDecisions decisions,
            Outbox outbox,
            Tally tally,
            long seed) {
        this.partition = partition;
        this.judges = judges;
        this.inactivityMillis = timing.inactivity().toMillis();
        this.maxTraceAgeMillis = timing.maxTraceAge().toMillis();
        this.decisions = decisions;
        this.outbox = outbox;
        this.tally = tally;
        this.buffer = new TraceBuffer(seed);
    }

    /** The trace, or null if none of this id is undecided. */
    @Nullable
    BufferedTrace find(long high, long low) {
        return buffer.find(high, low);
    }

    /** Adds a record to its trace, which begins with it if there is none yet. */
    void add(ConsumerRecord<byte[], InputRecord> record, InputRecord value, @Nullable BufferedTrace begun, long now) {
        if (value.spans() == 0) {
            return;
        }
        BufferedTrace trace = begun;
        if (trace == null) {
            trace = buffer.begin(value.high(), value.low(), record.offset(), now, judges.current());
            tally.traceBegun();
        }
        buffer.append(trace, value, record.timestamp(), now);
    }

    /** Decides every trace that has been quiet for long enough or open for too long. */
    void decideDue(long now, long position) {
        BufferedTrace quietest = buffer.quietest();
        while (quietest != null && now - quietest.lastSeenMillis() >= inactivityMillis) {
            decide(quietest, Trigger.INACTIVITY, now, position);
            quietest = buffer.quietest();
        }
        BufferedTrace oldest = buffer.oldest();
        while (oldest != null && now - oldest.firstSeenMillis() >= maxTraceAgeMillis) {
            decide(oldest, Trigger.MAX_AGE, now, position);
            oldest = buffer.oldest();
        }
    }

    /** Decides the trace that has been quiet for longest, due or not. */
    void decideQuietest(long now, long position) {
        BufferedTrace quietest = buffer.quietest();
        if (quietest != null) {
            tally.early();
            decide(quietest, Trigger.BUFFER_FULL, now, position);
        }
    }

    /** How long the quietest trace has been quiet, in milliseconds; -1 if there is none. */
    long longestQuietMillis(long now) {
        BufferedTrace quietest = buffer.quietest();
        return quietest == null ? -1 : now - quietest.lastSeenMillis();
    }

    /** Age of the oldest trace, in milliseconds; 0 if there is none. */
    long oldestAgeMillis(long now) {
        BufferedTrace oldest = buffer.oldest();
        return oldest == null ? 0 : now - oldest.firstSeenMillis();
    }

    /** Offset of the oldest trace's first record, or {@code otherwise} if there is none. */
    long firstOffset(long otherwise) {
        BufferedTrace oldest = buffer.oldest();
        return oldest == null ? otherwise : oldest.firstOffset();
    }

    /** Estimated heap, in bytes. */
    long bytes() {
        return buffer.bytes();
    }

    /** Number of spans. */
    long spans() {
        return buffer.spans();
    }

    /** With everything below the position read. */
    private void decide(BufferedTrace trace, Trigger trigger, long now, long position) {
        Judge judge = trace.judge();
        Ruling ruling = judge.rule(trace, visitor -> buffer.visit(trace, visitor), now);
        Decision decision = new Decision(
                trace.high(),
                trace.low(),
                trigger == Trigger.BUFFER_FULL ? ruling.early() : ruling,
                trigger,
                trace.spans(),
                trace.errorSpans(),
                trace.firstOffset(),
                position,
                now);
        if (ruling.kept()) {
            TraceContext context = trace.context();
            buffer.visit(
                    trace,
                    (bytes, offset, length, timestamp) ->
                            outbox.kept(decision, context, bytes, offset, length, timestamp));
        }
        outbox.decided(partition, decision, evidence(judge, trace));
        decisions.remember(decision);
        buffer.remove(trace);
        tally.decided(decision.ruling(), trace.spans());
    }

    private static Evidence evidence(Judge judge, BufferedTrace trace) {
        return new Evidence(
                judge.policies().listed(),
                judge.votes(),
                trace.randomness(),
                trace.bytes(),
                trace.startNanos(),
                trace.durationNanos());
    }
}
