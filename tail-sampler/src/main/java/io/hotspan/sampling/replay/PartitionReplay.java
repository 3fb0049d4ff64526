package io.hotspan.sampling.replay;

import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.decision.DecisionMemory;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.KnownDecisions;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a replay: the sampler itself, twice, once by each set of policies. When a trace is decided does not
 * depend on the policies, so both decide the same traces at the same moments.
 */
final class PartitionReplay {

    private final ReplayPlan plan;
    private final OutcomeCounter candidateCounter;
    private final OutcomeCounter inForceCounter;
    private final LostErrorCounter lostErrors;
    private final PartitionSampler candidate;
    private final PartitionSampler inForce;
    private long wall;
    private long early;

    PartitionReplay(
            ReplayPlan plan,
            int partitions,
            long position,
            OutcomeCounter candidateCounter,
            OutcomeCounter inForceCounter,
            LostErrorCounter lostErrors) {
        this.plan = plan;
        this.candidateCounter = candidateCounter;
        this.inForceCounter = inForceCounter;
        this.lostErrors = lostErrors;
        CommitPoint from = new CommitPoint(position, position, 0, 0);
        candidate = sampler(plan, plan.candidate(), partitions, from, candidateCounter);
        inForce = sampler(plan, plan.inForce(), partitions, from, inForceCounter);
    }

    /** Takes the next record, as a sampler that is never behind: time has come to the record when the record comes. */
    void accept(ConsumerRecord<byte[], InputRecord> record, long nowMillis) {
        wall = Math.max(wall, Math.min(record.timestamp(), nowMillis));
        candidate.idle(wall);
        inForce.idle(wall);
        decide();
        @Nullable InputRecord value = record.value();
        if (value != null) {
            candidateCounter.reading(value);
            inForceCounter.reading(value);
        }
        candidate.accept(record, wall);
        inForce.accept(record, wall);
        pairBroughtBack();
    }

    /** Decides everything: the log ends here. */
    void end() {
        long later = wall + plan.timing().maxTraceAge().toMillis();
        candidate.idle(later);
        inForce.idle(later);
        decide();
    }

    /** Whether no trace that began below the offset is undecided. */
    boolean isDecidedBelow(long offset) {
        return candidate.commitPoint().offset() >= offset;
    }

    /** Number of traces decided before they were due. */
    long early() {
        return early;
    }

    private void decide() {
        candidate.decideDue();
        inForce.decideDue();
        if (isFull(plan.bufferBytes())) {
            while (isFull(plan.bufferBytes() - plan.bufferBytes() / 4)) {
                candidate.decideQuietest();
                inForce.decideQuietest();
                early++;
            }
        }
        pairDecided();
    }

    private boolean isFull(long bytes) {
        return candidate.bufferedBytes() + inForce.bufferedBytes() > bytes && candidate.undecidedSpans() > 0;
    }

    private void pairDecided() {
        if (!candidateCounter.hasDecided()) {
            return;
        }
        Map<TraceId, Decision> now = new HashMap<>();
        inForceCounter.takeDecided().forEach(decision -> now.put(id(decision), decision));
        for (Decision decision : candidateCounter.takeDecided()) {
            if (decision.errorSpans() > 0 && !decision.ruling().kept()) {
                lostErrors.lost(decision, isKept(now.get(id(decision))));
            }
        }
    }

    /** What a late error brings back in both was lost in both. */
    private void pairBroughtBack() {
        Decision back = candidateCounter.takeBroughtBack();
        Decision backNow = inForceCounter.takeBroughtBack();
        if (back != null && back.errorSpans() > 0) {
            lostErrors.found(back, backNow == null && !inForceCounter.isDropped(back));
        }
    }

    private static boolean isKept(@Nullable Decision decision) {
        return decision != null && decision.ruling().kept();
    }

    private static TraceId id(Decision decision) {
        return new TraceId(decision.high(), decision.low());
    }

    private static PartitionSampler sampler(
            ReplayPlan plan, PolicySet policies, int partitions, CommitPoint from, OutcomeCounter counter) {
        DecisionMemory memory = new DecisionMemory(plan.remember(), plan.maxDecisions(), plan.seed());
        return new PartitionSampler(
                0,
                new PartitionJudges(() -> policies, partitions),
                plan.timing(),
                from,
                new KnownDecisions(memory, 0),
                counter,
                new Tally(),
                plan.seed());
    }
}
