package io.hotspan.sampling.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * The offsets of one partition that a replay reads.
 *
 * @param beginning of the log
 * @param warmUp from where it reads, so that traces which are already open at {@code first} are not taken for new ones
 * @param first traces that begin from here on count
 * @param last and before here
 * @param tail by here the traces that began before are decided, as a rule
 * @param end of the log
 */
record ReplayRange(TopicPartition partition, long beginning, long warmUp, long first, long last, long tail, long end) {

    /** The ranges of all partitions, which the consumer is left assigned to. */
    static List<ReplayRange> of(Consumer<?, ?> consumer, ReplayPlan plan) {
        List<TopicPartition> partitions = consumer.partitionsFor(plan.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        // Or the client warns of every answer about a partition that it does not read.
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ToLongFunction<TopicPartition> end = partition -> ends.getOrDefault(partition, 0L);
        Map<TopicPartition, Long> warmUps = offsets(consumer, partitions, ReplayRun.warmUp(plan), end);
        Map<TopicPartition, Long> firsts = offsets(consumer, partitions, plan.from(), end);
        Map<TopicPartition, Long> lasts = offsets(consumer, partitions, plan.to(), end);
        Map<TopicPartition, Long> tails =
                offsets(consumer, partitions, plan.to().plus(plan.timing().inactivity()), end);
        List<ReplayRange> ranges = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            ranges.add(new ReplayRange(
                    partition,
                    beginnings.getOrDefault(partition, 0L),
                    warmUps.getOrDefault(partition, 0L),
                    firsts.getOrDefault(partition, 0L),
                    lasts.getOrDefault(partition, 0L),
                    tails.getOrDefault(partition, 0L),
                    ends.getOrDefault(partition, 0L)));
        }
        return ranges;
    }

    /** Number of offsets to be read. */
    long offsets() {
        return Math.max(0, tail - warmUp);
    }

    /** Whether retention has removed records and the range may have begun among them. */
    boolean isCutOff() {
        return beginning > 0 && warmUp == beginning;
    }

    private static Map<TopicPartition, Long> offsets(
            Consumer<?, ?> consumer,
            List<TopicPartition> partitions,
            Instant at,
            ToLongFunction<TopicPartition> otherwise) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, at.toEpochMilli())));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp its = found.get(partition);
            offsets.put(partition, its == null ? otherwise.applyAsLong(partition) : its.offset());
        }
        return offsets;
    }
}
