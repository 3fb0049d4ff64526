package io.hotspan.sampling.conformance;

import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.decision.DecisionMemory;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.DecisionTiming;
import io.hotspan.sampling.partition.KnownDecisions;
import io.hotspan.sampling.partition.Outbox;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.sampling.testing.Traces;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A partition's sampler with policies that can be changed, fed record by record in a time of its own. */
final class Bench implements Outbox {

    private static final Duration INACTIVITY = Duration.ofMillis(1);

    final List<Decision> decisions = new ArrayList<>();
    int keptRecords;

    private final PartitionSampler sampler;
    private PolicySet policies;
    private long offset;
    private long now = 1_000_000;

    Bench(PolicySet policies, int partitions) {
        this.policies = policies;
        sampler = new PartitionSampler(
                0,
                new PartitionJudges(() -> this.policies, partitions),
                new DecisionTiming(INACTIVITY, Duration.ofHours(1)),
                new CommitPoint(0, 0, 0, 0),
                new KnownDecisions(new DecisionMemory(Duration.ofHours(1), 1_000_000, 1), 0),
                this,
                new Tally(),
                1);
    }

    void change(PolicySet newPolicies) {
        policies = newPolicies;
    }

    void pass(Duration time) {
        now += time.toMillis();
    }

    void accept(byte[] message) {
        sampler.accept(
                Traces.read(new ConsumerRecord<>(
                        "raw",
                        0,
                        offset++,
                        now,
                        TimestampType.CREATE_TIME,
                        0,
                        message.length,
                        new byte[0],
                        message,
                        new RecordHeaders(),
                        Optional.empty())),
                now);
    }

    /** Waits until every trace is decided; the latest decision. */
    Decision decide() {
        pass(INACTIVITY);
        sampler.idle(now);
        sampler.decideDue();
        return decisions.getLast();
    }

    @Override
    public void kept(
            Decision decision, TraceContext context, byte[] bytes, int offset, int length, long timestampMillis) {
        keptRecords++;
    }

    @Override
    public void decided(int partition, Decision decision, @Nullable Evidence evidence) {
        decisions.add(decision);
    }

    @Override
    public void counted(InputRecord record) {}

    @Override
    public void unreadable(ConsumerRecord<byte[], InputRecord> source, String error) {
        throw new AssertionError(error);
    }
}
