package io.hotspan.sampling.partition;

import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.decision.DecisionMemory;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.testing.NaiveRollups;
import io.hotspan.sampling.testing.Traces;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionBatch;
import io.hotspan.telemetry.decision.DecisionReader;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is durable of one partition, and a sampler on it that can be killed at any moment. */
final class SimulatedLog {

    static final DecisionTiming TIMING = new DecisionTiming(Duration.ofMillis(100), Duration.ofMillis(600));

    private final List<ConsumerRecord<byte[], byte[]>> input;
    private final PolicySet policies;
    private final Duration remember;
    private final int maxDecisions;

    // Durable: changes only when a transaction commits.
    final List<Long> keptSpans = new ArrayList<>();
    final List<Long> deadLetters = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final NaiveRollups rollups = new NaiveRollups();
    private final List<byte[]> decisionLog = new ArrayList<>();
    private long committedOffset;
    private @Nullable String committedMetadata;

    // Of the running process.
    private final PendingOutput pending = new PendingOutput();
    private final Tally tally = new Tally();
    private Account account = Account.EMPTY;
    private PartitionSampler sampler;
    private int next;
    private int nextAgain;
    private final List<Wanted> wanted = new ArrayList<>();
    private long wall;

    SimulatedLog(List<ConsumerRecord<byte[], byte[]>> input, PolicySet policies, Duration remember, int maxDecisions) {
        this.input = input;
        this.policies = policies;
        this.remember = remember;
        this.maxDecisions = maxDecisions;
        this.sampler = restart(0);
    }

    boolean isReadToEnd() {
        return next == input.size();
    }

    void read(int count) {
        for (int i = 0; i < count && !isReadToEnd(); i++) {
            ConsumerRecord<byte[], byte[]> record = input.get(next++);
            wall = Math.max(wall, record.timestamp());
            sampler.accept(Traces.read(record), wall);
        }
        sampler.decideDue();
    }

    /** Reads so many records again for the traces that were being brought back when this pass over the log began. */
    void readAgain(int count) {
        if (wanted.isEmpty()) {
            sampler.beingRevived().forEach(decision -> wanted.add(new Wanted(decision)));
            long from = wanted.stream().mapToLong(trace -> trace.from).min().orElse(Long.MAX_VALUE);
            nextAgain = 0;
            while (nextAgain < input.size() && input.get(nextAgain).offset() < from) {
                nextAgain++;
            }
        }
        int end = Math.min(input.size(), nextAgain + count);
        long upTo = end == input.size() ? Long.MAX_VALUE : input.get(end).offset();
        List<ConsumerRecord<byte[], byte[]>> portion = input.subList(nextAgain, end);
        wanted.removeIf(trace -> trace.restore(portion, upTo));
        nextAgain = end;
    }

    /** Brings a dropped trace back as a force rule does that is made now; to be called when all is committed. */
    void force(Random random) {
        Map<TraceId, Decision> latest = new HashMap<>();
        decisions.forEach(decision -> latest.put(new TraceId(decision.high(), decision.low()), decision));
        List<Decision> dropped = latest.values().stream()
                .filter(decision -> !decision.ruling().kept())
                .sorted(Comparator.comparingLong(Decision::firstOffset))
                .toList();
        if (!dropped.isEmpty()) {
            Ruling ruling = Ruling.forced(true, new RuleVersion("rule", 1));
            sampler.bringBack(dropped.get(random.nextInt(dropped.size())), ruling);
        }
    }

    boolean isBringingBack() {
        return !sampler.beingRevived().isEmpty();
    }

    void waitFor(Duration time) {
        wall += time.toMillis();
        sampler.idle(wall);
        sampler.decideDue();
    }

    void decideEarly() {
        sampler.decideQuietest();
    }

    void commit() {
        CommitPoint point = sampler.commitPoint();
        keptSpans.addAll(pending.keptSpans);
        deadLetters.addAll(pending.deadLetters);
        decisions.addAll(pending.decisions);
        pending.rollups.take().forEach(rollups::add);
        if (!pending.decisions.isEmpty()) {
            DecisionBatch batch = new DecisionBatch("simulated");
            pending.decisions.forEach(decision -> batch.add(decision, null));
            decisionLog.add(batch.take());
        }
        committedOffset = point.offset();
        committedMetadata = point.metadata();
        sampler.committed(decisionLog.size());
        account = account.plus(tally.asAccount());
        tally.clear();
        pending.clear();
    }

    /** Kills the process and starts another, that reads the decisions from so many entries before it has to. */
    void kill(int lookBack) {
        account = account.released(account.spansUndecided());
        tally.clear();
        pending.clear();
        sampler = restart(lookBack);
    }

    Account account() {
        return account;
    }

    long undecidedSpans() {
        return sampler.undecidedSpans();
    }

    long committedOffset() {
        return committedOffset;
    }

    private PartitionSampler restart(int lookBack) {
        CommitPoint point = committedMetadata == null ? null : CommitPoint.parse(committedOffset, committedMetadata);
        if (point == null) {
            point = new CommitPoint(0, 0, 0, 0);
        }
        KnownDecisions known =
                new KnownDecisions(new DecisionMemory(remember, maxDecisions, 42), point.decisionsFrom());
        int from = (int) Math.max(0, point.decisionsFrom() - (long) lookBack);
        for (int i = from; i < decisionLog.size(); i++) {
            DecisionReader.forEach(decisionLog.get(i), known::remember);
        }
        wanted.clear();
        next = 0;
        while (!isReadToEnd() && input.get(next).offset() < point.offset()) {
            next++;
        }
        return new PartitionSampler(
                0, new PartitionJudges(() -> policies, 1), TIMING, point, known, pending, tally, 42);
    }

    private final class Wanted {
        private final long high;
        private final long low;
        private final long below;
        private long from;

        Wanted(Decision decision) {
            high = decision.high();
            low = decision.low();
            from = decision.revival().from();
            below = decision.revival().below();
        }

        /** Whether that was the last of it. */
        boolean restore(List<ConsumerRecord<byte[], byte[]>> portion, long upTo) {
            List<RestoredRecords.Restored> found = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : portion) {
                InputRecord value = Traces.read(record).value();
                boolean mine = value.fault() == null && value.high() == high && value.low() == low;
                if (mine && record.offset() >= from && record.offset() < below) {
                    found.add(new RestoredRecords.Restored(value.copy(), record.timestamp()));
                }
            }
            boolean last = below <= upTo;
            if (last || !found.isEmpty()) {
                long reached = Math.min(upTo, below);
                sampler.restore(new RestoredRecords(high, low, from, reached, found));
                from = reached;
            }
            return last;
        }
    }
}
