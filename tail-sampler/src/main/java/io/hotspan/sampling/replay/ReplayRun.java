package io.hotspan.sampling.replay;

import io.hotspan.sampling.ingest.InputRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a time range of the input topic once and judges its traces by two sets of policies. Partitions are read one
 * after the other, so that only one has its undecided traces in memory. It assigns partitions to itself and commits
 * nothing: no group and no topic knows of it.
 */
public final class ReplayRun {

    /** Hears how it goes, in the thread that reads. */
    @FunctionalInterface
    public interface Listener {
        void progress(ReplayProgress progress);
    }

    private static final Duration POLL = Duration.ofMillis(100);

    private final ReplayPlan plan;
    private final Consumer<byte[], InputRecord> consumer;
    private final InstantSource clock;
    private final Listener listener;
    private final BooleanSupplier cancelled;
    private final OutcomeCounter candidate;
    private final OutcomeCounter inForce;
    private final LostErrorCounter lostErrors = new LostErrorCounter();
    private final List<String> notices = new ArrayList<>();
    private long read;
    private long total;
    private long early;

    /** Takes a consumer outside any group, which the caller closes. */
    public ReplayRun(
            ReplayPlan plan,
            Consumer<byte[], InputRecord> consumer,
            InstantSource clock,
            Listener listener,
            BooleanSupplier cancelled) {
        this.plan = plan;
        this.consumer = consumer;
        this.clock = clock;
        this.listener = listener;
        this.cancelled = cancelled;
        this.candidate = new OutcomeCounter(plan.maxDecisions(), plan.seed());
        this.inForce = new OutcomeCounter(plan.maxDecisions(), plan.seed());
    }

    /** Reads to the end, or until it is cancelled. */
    public void run() {
        List<ReplayRange> ranges = ReplayRange.of(consumer, plan);
        total = ranges.stream().mapToLong(ReplayRange::offsets).sum();
        for (ReplayRange range : ranges) {
            if (range.isCutOff() && plan.from().isAfter(Instant.EPOCH)) {
                notices.add("The log of partition " + range.partition().partition() + " begins after " + plan.from()
                        + "; what lay before is gone.");
            }
        }
        for (ReplayRange range : ranges) {
            if (!cancelled.getAsBoolean()) {
                replay(range, ranges.size());
            }
        }
    }

    private void replay(ReplayRange range, int partitions) {
        candidate.begin(range.first(), range.last());
        inForce.begin(range.first(), range.last());
        TopicPartition partition = range.partition();
        consumer.assign(List.of(partition));
        consumer.seek(partition, range.warmUp());
        PartitionReplay replay = new PartitionReplay(plan, partitions, range.warmUp(), candidate, inForce, lostErrors);
        long readBefore = read;
        long earlyBefore = early;
        boolean done = false;
        while (!done && !cancelled.getAsBoolean()) {
            for (ConsumerRecord<byte[], InputRecord> record : consumer.poll(POLL)) {
                replay.accept(record, clock.millis());
            }
            long position = consumer.position(partition);
            if (position >= range.end()) {
                replay.end();
                done = true;
            } else {
                done = position >= range.last() && replay.isDecidedBelow(range.last());
            }
            read = readBefore + (done ? range.offsets() : position - range.warmUp());
            early = earlyBefore + replay.early();
            report();
        }
    }

    private void report() {
        listener.progress(new ReplayProgress(
                Math.min(read, total),
                total,
                early,
                candidate.outcome(),
                inForce.outcome(),
                lostErrors.lostErrors(),
                notices));
    }

    /** The time from which a trace may still be open at the beginning of the range. */
    static Instant warmUp(ReplayPlan plan) {
        return plan.from().minus(plan.timing().inactivity());
    }
}
