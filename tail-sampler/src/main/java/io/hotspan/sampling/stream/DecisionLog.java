package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.decision.DecisionMemory;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.KnownDecisions;
import io.hotspan.telemetry.decision.DecisionReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads back what was decided about the traces of partitions just assigned. */
final class DecisionLog {

    private static final Logger log = LoggerFactory.getLogger(DecisionLog.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * What is remembered of a partition.
     *
     * @param end of the decision log, that no decision made from now on lies before
     */
    record Restored(KnownDecisions decisions, long end) {}

    private final KafkaClients clients;
    private final SamplerProperties settings;
    private final InstantSource clock;
    private final long seed;

    DecisionLog(KafkaClients clients, SamplerProperties settings, InstantSource clock, long seed) {
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
        this.seed = seed;
    }

    /**
     * Reads each partition from its point's place, or from as far back as late spans are followed, to the end. To be
     * called after the points were read: Kafka withholds those while a transaction over them is open.
     *
     * @param points where each partition begins; those missing begin without decisions
     * @param stopping ends the reading with a {@link WakeupException}
     */
    Map<Integer, Restored> restore(
            int worker, Iterable<Integer> partitions, Map<Integer, CommitPoint> points, BooleanSupplier stopping) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (int partition : partitions) {
            ends.put(new TopicPartition(settings.topics().decisions(), partition), 0L);
        }
        try (Consumer<byte[], byte[]> uncommitted = clients.uncommittedReader(worker)) {
            // The committed end may lack the last transaction: its markers reach this topic after the offsets' topic.
            uncommitted.assign(ends.keySet());
            ends.putAll(uncommitted.endOffsets(ends.keySet()));
        }
        Map<Integer, Restored> restored = new HashMap<>();
        ends.forEach((decisions, end) -> restored.put(
                decisions.partition(), new Restored(nothingKnown(points.get(decisions.partition())), end)));
        Map<TopicPartition, Long> toRead = new HashMap<>(ends);
        toRead.keySet().removeIf(decisions -> !points.containsKey(decisions.partition()));
        if (!toRead.isEmpty()) {
            try (Consumer<byte[], byte[]> reader = clients.reader(worker)) {
                seek(reader, toRead, points);
                readToEnd(reader, toRead, restored, stopping);
            }
        }
        return restored;
    }

    private void seek(
            Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends, Map<Integer, CommitPoint> points) {
        reader.assign(ends.keySet());
        Map<TopicPartition, Long> firsts = reader.beginningOffsets(ends.keySet());
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(decisions -> times.put(decisions, rememberedSince(point(points, decisions))));
        Map<TopicPartition, OffsetAndTimestamp> recent = reader.offsetsForTimes(times);
        ends.forEach((decisions, end) -> {
            OffsetAndTimestamp found = recent.get(decisions);
            long needed =
                    Objects.requireNonNull(points.get(decisions.partition())).decisionsFrom();
            long wanted = Math.min(needed, found == null ? end : found.offset());
            reader.seek(decisions, Math.max(wanted, firsts.getOrDefault(decisions, 0L)));
        });
    }

    private long rememberedSince(CommitPoint point) {
        long left = point.atMillis() == 0 ? clock.millis() : Math.min(point.atMillis(), clock.millis());
        return Math.max(0, left - settings.lateSpans().remember().toMillis());
    }

    private static CommitPoint point(Map<Integer, CommitPoint> points, TopicPartition decisions) {
        return Objects.requireNonNull(points.get(decisions.partition()));
    }

    private void readToEnd(
            Consumer<byte[], byte[]> reader,
            Map<TopicPartition, Long> ends,
            Map<Integer, Restored> restored,
            BooleanSupplier stopping) {
        Map<TopicPartition, Long> open = new HashMap<>(ends);
        long count = 0;
        while (true) {
            open.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
            if (open.isEmpty()) {
                log.info("Restored {} records of decisions of partitions {}", count, restored.keySet());
                return;
            }
            if (stopping.getAsBoolean()) {
                throw new WakeupException();
            }
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                remember(
                        Objects.requireNonNull(restored.get(record.partition())).decisions(), record);
                count++;
            }
        }
    }

    private static void remember(KnownDecisions known, ConsumerRecord<byte[], byte[]> record) {
        try {
            DecisionReader.forEach(record.value(), known::remember);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "%s-%d offset %d is no decision; no one but the tail sampler may write this topic"
                            .formatted(record.topic(), record.partition(), record.offset()),
                    e);
        }
    }

    private KnownDecisions nothingKnown(@Nullable CommitPoint point) {
        SamplerProperties.LateSpans late = settings.lateSpans();
        DecisionMemory memory = new DecisionMemory(late.remember(), late.maxDecisions(), seed);
        return new KnownDecisions(memory, point == null ? 0 : point.decisionsFrom());
    }
}
