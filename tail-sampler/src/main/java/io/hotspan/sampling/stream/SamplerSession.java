package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.account.SamplerMetrics;
import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.policy.PolicySet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership in the consumer group, from joining to leaving: polls, samples, commits. Any exception ends it; what
 * was not committed is then as if it had never been read. Belongs to one thread.
 */
final class SamplerSession implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(SamplerSession.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final int worker;
    private final SamplerProperties settings;
    private final Supplier<PolicySet> policies;
    private final Consumer<byte[], InputRecord> consumer;
    private final KafkaOutbox outbox;
    private final DecisionLog decisionLog;
    private final SamplerMetrics metrics;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final long seed;
    private final BufferGuard guard;
    private final Tally tally = new Tally();
    private final OwnedPartitions owned = new OwnedPartitions();

    private Account account;
    private boolean paused;
    private long lastCommitNanos = System.nanoTime();

    SamplerSession(
            int worker,
            SamplerProperties settings,
            Supplier<PolicySet> policies,
            Consumer<byte[], InputRecord> consumer,
            KafkaOutbox outbox,
            DecisionLog decisionLog,
            SamplerMetrics metrics,
            InstantSource clock,
            BooleanSupplier stopping,
            long seed,
            Account account) {
        this.worker = worker;
        this.settings = settings;
        this.policies = policies;
        this.consumer = consumer;
        this.outbox = outbox;
        this.decisionLog = decisionLog;
        this.metrics = metrics;
        this.clock = clock;
        this.stopping = stopping;
        this.seed = seed;
        this.account = account;
        long budget = settings.buffer().budget().toBytes() / settings.concurrency();
        this.guard = new BufferGuard(budget, settings.buffer().patience());
    }

    void join() {
        consumer.subscribe(List.of(settings.topics().input()), this);
    }

    /** Reads what there is, decides what is due and commits if it is time. */
    void turn() {
        ConsumerRecords<byte[], InputRecord> records = consumer.poll(POLL);
        long now = clock.millis();
        for (TopicPartition partition : records.partitions()) {
            PartitionSampler sampler = owned.sampler(partition);
            for (ConsumerRecord<byte[], InputRecord> record : records.records(partition)) {
                sampler.accept(record, now);
            }
        }
        owned.forEach((partition, sampler) -> {
            if (!paused && isReadToEnd(partition)) {
                sampler.idle(now);
            }
            sampler.decideDue();
        });
        guardMemory();
        boolean due = System.nanoTime() - lastCommitNanos
                >= settings.transaction().interval().toNanos();
        if (due || outbox.openBytes() >= settings.transaction().maxBytes().toBytes()) {
            commit();
        }
    }

    /** Commits what is done and leaves; undecided traces stay in the log for whoever comes next. */
    void leave() {
        commit();
        release(owned.partitions());
    }

    /** Takes back what was not committed. */
    void giveUp() {
        tally.clear();
        owned.clear();
        released(account.spansUndecided());
        outbox.abort();
    }

    Account account() {
        return account;
    }

    WorkerStatus status() {
        long lag = 0;
        for (TopicPartition partition : owned.partitions()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        return new WorkerStatus(
                WorkerStatus.State.RUNNING,
                owned.partitions().size(),
                account,
                owned.bufferedBytes(),
                owned.oldestAgeMillis(),
                lag,
                paused,
                "",
                clock.millis());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        // Restoring may take longer than a transaction may stay open.
        commit();
        // Committed offsets before the decision log: see RATIONALE.
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned));
        Map<Integer, CommitPoint> points = new HashMap<>();
        committed.forEach((partition, offset) -> {
            CommitPoint point = offset == null ? null : CommitPoint.parse(offset.offset(), offset.metadata());
            if (point != null) {
                points.put(partition.partition(), point);
            }
        });
        Map<Integer, DecisionLog.Restored> decisions = decisionLog.restore(
                worker, assigned.stream().map(TopicPartition::partition).collect(Collectors.toSet()), points, stopping);
        for (TopicPartition partition : assigned) {
            DecisionLog.Restored restored = Objects.requireNonNull(decisions.get(partition.partition()));
            CommitPoint point = points.get(partition.partition());
            if (point == null) {
                long position = consumer.position(partition);
                point = new CommitPoint(position, position, restored.end(), clock.millis());
            }
            owned.add(partition, newSampler(partition, point, restored), point, restored.end());
        }
        log.info("Worker {} samples {}", worker, owned.partitions());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        if (owned.containsAnyOf(revoked)) {
            commit();
            release(revoked);
            log.info("Worker {} gave back {}", worker, revoked);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        // The group went on without us: all of the open transaction is void, so none of our state is worth keeping.
        if (owned.containsAnyOf(lost)) {
            throw new PartitionsLostException("the group gave partitions " + lost + " to another member");
        }
    }

    private PartitionSampler newSampler(TopicPartition partition, CommitPoint point, DecisionLog.Restored restored) {
        int partitions = consumer.partitionsFor(partition.topic()).size();
        PartitionJudges judges = new PartitionJudges(policies, partitions);
        return new PartitionSampler(
                partition.partition(), judges, settings.timing(), point, restored.memory(), outbox, tally, seed);
    }

    private boolean isReadToEnd(TopicPartition partition) {
        return consumer.currentLag(partition).orElse(1) == 0;
    }

    private void guardMemory() {
        BufferGuard.Advice advice = guard.advise(owned.bufferedBytes(), System.nanoTime());
        if (advice == BufferGuard.Advice.DECIDE_EARLY) {
            decideEarly();
            advice = guard.advise(owned.bufferedBytes(), System.nanoTime());
        }
        paused = advice != BufferGuard.Advice.READ;
        if (paused) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    private void decideEarly() {
        while (!guard.hasRoom(owned.bufferedBytes())) {
            owned.decideQuietest();
        }
    }

    private void commit() {
        lastCommitNanos = System.nanoTime();
        Map<TopicPartition, CommitPoint> points = owned.commitPoints();
        if (!owned.haveMovedTo(points) && !outbox.isOpen()) {
            return;
        }
        // All offsets, moved or not: it is by them that Kafka notices a worker that lost its partitions.
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        points.forEach(
                (partition, point) -> offsets.put(partition, new OffsetAndMetadata(point.offset(), point.metadata())));
        outbox.commit(offsets, consumer.groupMetadata());
        owned.committed(points, outbox);
        account = account.plus(tally.asAccount());
        metrics.committed(tally, Duration.ofNanos(System.nanoTime() - lastCommitNanos));
        tally.clear();
    }

    private void release(Collection<TopicPartition> partitions) {
        long spans = 0;
        for (TopicPartition partition : List.copyOf(partitions)) {
            spans += owned.remove(partition);
            outbox.forget(partition.partition());
        }
        released(spans);
    }

    private void released(long spans) {
        account = account.released(spans);
        metrics.released(spans);
    }
}
