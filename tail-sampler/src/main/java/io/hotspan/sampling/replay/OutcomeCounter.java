package io.hotspan.sampling.replay;

import io.hotspan.sampling.index.TraceTable;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.Outbox;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.telemetry.TraceKeyed;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Counts what the samplers of a replay give out instead of writing it. Not thread-safe. */
final class OutcomeCounter implements Outbox {

    private record Reason(boolean kept, String reason, String policy) {}

    private static final class Count {
        long traces;
        long errorTraces;
        long spans;
        long bytes;
    }

    /** A dropped trace, which a late error may bring back. */
    private record Dropped(long high, long low, Count in, int spans, long bytes) implements TraceKeyed {}

    private final int remembered;
    private final long seed;
    private final Map<Reason, Count> counts = new HashMap<>();
    private final List<Decision> decided = new ArrayList<>();
    private TraceTable<Dropped> young;
    private TraceTable<Dropped> old;

    private long fromOffset;
    private long toOffset;
    private @Nullable InputRecord current;
    private @Nullable Decision broughtBack;

    /**
     * Counts nothing yet.
     *
     * @param remembered number of dropped traces that can come back, at least
     * @param seed of the table of them
     */
    OutcomeCounter(int remembered, long seed) {
        this.remembered = remembered;
        this.seed = seed;
        this.young = new TraceTable<>(seed);
        this.old = new TraceTable<>(seed);
    }

    /** Counts the traces of a partition that begin within these offsets. */
    void begin(long from, long to) {
        fromOffset = from;
        toOffset = to;
        young = new TraceTable<>(seed);
        old = new TraceTable<>(seed);
    }

    /** What is given out from now on is due to this record. */
    void reading(InputRecord record) {
        current = record;
    }

    /** Whether traces were decided since they were last taken. */
    boolean hasDecided() {
        return !decided.isEmpty();
    }

    /** The traces decided since the last call, one decision each. */
    List<Decision> takeDecided() {
        List<Decision> taken = List.copyOf(decided);
        decided.clear();
        return taken;
    }

    /** The dropped trace that the last record brought back, if it did. */
    @Nullable
    Decision takeBroughtBack() {
        Decision taken = broughtBack;
        broughtBack = null;
        return taken;
    }

    /** Whether the trace is one of those dropped. */
    boolean isDropped(Decision decision) {
        return find(decision) != null;
    }

    /** What has been counted. */
    Outcome outcome() {
        long[] traces = new long[2];
        long[] errors = new long[2];
        long[] spans = new long[2];
        long[] bytes = new long[2];
        List<Outcome.Share> shares = new ArrayList<>();
        counts.forEach((reason, count) -> {
            int side = reason.kept() ? 1 : 0;
            traces[side] += count.traces;
            errors[side] += count.errorTraces;
            spans[side] += count.spans;
            bytes[side] += count.bytes;
            if (count.spans > 0) {
                shares.add(new Outcome.Share(
                        reason.kept(), reason.reason(), reason.policy(), count.traces, count.spans, count.bytes));
            }
        });
        shares.sort(Comparator.comparingLong(Outcome.Share::traces)
                .reversed()
                .thenComparing(Outcome.Share::reason)
                .thenComparing(Outcome.Share::policy));
        return new Outcome(traces[1], traces[0], spans[1], spans[0], bytes[1], bytes[0], errors[1], errors[0], shares);
    }

    @Override
    public void kept(
            Decision decision, TraceContext context, byte[] bytes, int offset, int length, long timestampMillis) {
        // Everything is known from the decision.
    }

    @Override
    public void decided(int partition, Decision decision, @Nullable Evidence evidence) {
        if (decision.firstOffset() < fromOffset || decision.firstOffset() >= toOffset) {
            return;
        }
        if (evidence == null) {
            late(decision);
            return;
        }
        Count count = count(decision.ruling());
        count.traces++;
        count.errorTraces += decision.errorSpans() > 0 ? 1 : 0;
        count.spans += decision.spans();
        count.bytes += evidence.bytes();
        decided.add(decision);
        if (!decision.ruling().kept()) {
            remember(new Dropped(decision.high(), decision.low(), count, decision.spans(), evidence.bytes()));
        }
    }

    @Override
    public void counted(InputRecord record) {
        // Rollups are the same whatever is kept.
    }

    @Override
    public void unreadable(ConsumerRecord<byte[], InputRecord> source, String error) {
        // Belongs to no trace.
    }

    private void late(Decision decision) {
        InputRecord record = current;
        if (record == null) {
            return;
        }
        Count count = count(decision.ruling());
        count.spans += record.spans();
        count.bytes += record.length();
        Dropped dropped = find(decision);
        if (dropped == null) {
            return;
        }
        if (decision.ruling().kept()) {
            bringBack(decision, dropped, count);
        } else {
            remember(new Dropped(
                    dropped.high(),
                    dropped.low(),
                    dropped.in(),
                    dropped.spans() + record.spans(),
                    dropped.bytes() + record.length()));
        }
    }

    private void bringBack(Decision decision, Dropped dropped, Count to) {
        int error = decision.errorSpans() > 0 ? 1 : 0;
        Count from = dropped.in();
        from.traces--;
        from.errorTraces -= error;
        from.spans -= dropped.spans();
        from.bytes -= dropped.bytes();
        to.traces++;
        to.errorTraces += error;
        to.spans += dropped.spans();
        to.bytes += dropped.bytes();
        broughtBack = decision;
        young.remove(dropped.high(), dropped.low());
        old.remove(dropped.high(), dropped.low());
    }

    private @Nullable Dropped find(Decision decision) {
        Dropped found = young.find(decision.high(), decision.low());
        return found == null ? old.find(decision.high(), decision.low()) : found;
    }

    private void remember(Dropped dropped) {
        if (young.size() >= remembered) {
            old = young;
            young = new TraceTable<>(seed);
        }
        young.put(dropped);
    }

    private Count count(Ruling ruling) {
        return counts.computeIfAbsent(new Reason(ruling.kept(), ruling.reason(), ruling.policy()), _ -> new Count());
    }
}
