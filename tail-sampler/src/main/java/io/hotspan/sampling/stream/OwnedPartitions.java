package io.hotspan.sampling.stream;

import static java.util.Comparator.comparingInt;

import io.hotspan.sampling.output.KafkaOutbox;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.PartitionSampler;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/** The input partitions a worker samples at present, and where each stands. */
final class OwnedPartitions {

    private static final class Owned {
        final PartitionSampler sampler;
        CommitPoint committed;
        long decisionEnd;

        Owned(PartitionSampler sampler, CommitPoint committed, long decisionEnd) {
            this.sampler = sampler;
            this.committed = committed;
            this.decisionEnd = decisionEnd;
        }

        boolean hasMoved(CommitPoint point) {
            return point.offset() != committed.offset() || point.settled() != committed.settled();
        }
    }

    private final Map<TopicPartition, Owned> owned = new TreeMap<>(comparingInt(TopicPartition::partition));

    void add(TopicPartition partition, PartitionSampler sampler, CommitPoint committed, long decisionEnd) {
        owned.put(partition, new Owned(sampler, committed, decisionEnd));
    }

    /** Drops a partition's state; returns how many undecided spans it held. */
    long remove(TopicPartition partition) {
        Owned its = owned.remove(partition);
        return its == null ? 0 : its.sampler.undecidedSpans();
    }

    void clear() {
        owned.clear();
    }

    Set<TopicPartition> partitions() {
        return owned.keySet();
    }

    boolean containsAnyOf(Collection<TopicPartition> partitions) {
        return partitions.stream().anyMatch(owned::containsKey);
    }

    PartitionSampler sampler(TopicPartition partition) {
        return Objects.requireNonNull(owned.get(partition)).sampler;
    }

    /** The sampler of each partition. */
    Map<TopicPartition, PartitionSampler> samplers() {
        Map<TopicPartition, PartitionSampler> samplers = new HashMap<>();
        owned.forEach((partition, its) -> samplers.put(partition, its.sampler));
        return samplers;
    }

    void forEach(BiConsumer<TopicPartition, PartitionSampler> action) {
        owned.forEach((partition, its) -> action.accept(partition, its.sampler));
    }

    /** Where each partition stands now. */
    Map<TopicPartition, CommitPoint> commitPoints() {
        Map<TopicPartition, CommitPoint> points = new HashMap<>();
        owned.forEach((partition, its) -> points.put(partition, its.sampler.commitPoint()));
        return points;
    }

    /** Whether any partition stands elsewhere than last committed. */
    boolean haveMovedTo(Map<TopicPartition, CommitPoint> points) {
        return owned.entrySet().stream()
                .anyMatch(its -> its.getValue().hasMoved(Objects.requireNonNull(points.get(its.getKey()))));
    }

    /** These points are committed, and with them all the outbox was given. */
    void committed(Map<TopicPartition, CommitPoint> points, KafkaOutbox outbox) {
        owned.forEach((partition, its) -> {
            its.committed = Objects.requireNonNull(points.get(partition));
            its.decisionEnd = outbox.decisionEnd(partition.partition(), its.decisionEnd);
            its.sampler.committed(its.decisionEnd);
        });
    }

    /** Estimated heap of all undecided traces. */
    long bufferedBytes() {
        long bytes = 0;
        for (Owned its : owned.values()) {
            bytes += its.sampler.bufferedBytes();
        }
        return bytes;
    }

    /** Age of the oldest undecided trace, in milliseconds. */
    long oldestAgeMillis() {
        long age = 0;
        for (Owned its : owned.values()) {
            age = Math.max(age, its.sampler.oldestAgeMillis());
        }
        return age;
    }

    /** Decides the trace that has been quiet for longest, due or not. */
    void decideQuietest() {
        PartitionSampler quietest = null;
        for (Owned its : owned.values()) {
            if (quietest == null || its.sampler.longestQuietMillis() > quietest.longestQuietMillis()) {
                quietest = its.sampler;
            }
        }
        if (quietest != null) {
            quietest.decideQuietest();
        }
    }
}
