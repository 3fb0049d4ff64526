package io.hotspan.sampling.stream;

import io.hotspan.sampling.partition.CommitPoint;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restores the partitions the group assigns to a session, and gives up those it takes away. */
final class PartitionAssignment implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(PartitionAssignment.class);

    private final int worker;
    private final Consumer<?, ?> consumer;
    private final OwnedPartitions owned;
    private final SessionTransactions transactions;
    private final DecisionLog decisionLog;
    private final PartitionSamplers samplers;
    private final InstantSource clock;
    private final BooleanSupplier stopping;

    PartitionAssignment(
            int worker,
            Consumer<?, ?> consumer,
            OwnedPartitions owned,
            SessionTransactions transactions,
            DecisionLog decisionLog,
            PartitionSamplers samplers,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.worker = worker;
        this.consumer = consumer;
        this.owned = owned;
        this.transactions = transactions;
        this.decisionLog = decisionLog;
        this.samplers = samplers;
        this.clock = clock;
        this.stopping = stopping;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        // Restoring may take longer than a transaction may stay open.
        transactions.commit();
        // Committed offsets before the decision log: see RATIONALE.
        Map<Integer, CommitPoint> points = commitPoints(Set.copyOf(assigned));
        Map<Integer, DecisionLog.Restored> decisions = decisionLog.restore(
                worker, assigned.stream().map(TopicPartition::partition).collect(Collectors.toSet()), points, stopping);
        for (TopicPartition partition : assigned) {
            DecisionLog.Restored restored = Objects.requireNonNull(decisions.get(partition.partition()));
            CommitPoint point = points.get(partition.partition());
            if (point == null) {
                long position = consumer.position(partition);
                point = new CommitPoint(position, position, restored.end(), clock.millis());
            }
            int partitions = consumer.partitionsFor(partition.topic()).size();
            owned.add(
                    partition,
                    samplers.make(partition.partition(), partitions, point, restored.decisions()),
                    point,
                    restored.end());
        }
        log.info("Worker {} samples {}", worker, owned.partitions());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        if (owned.containsAnyOf(revoked)) {
            transactions.commitAndRelease(revoked);
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

    private Map<Integer, CommitPoint> commitPoints(Set<TopicPartition> partitions) {
        Map<Integer, CommitPoint> points = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
        committed.forEach((partition, offset) -> {
            CommitPoint point = offset == null ? null : CommitPoint.parse(offset.offset(), offset.metadata());
            if (point != null) {
                points.put(partition.partition(), point);
            }
        });
        return points;
    }
}
