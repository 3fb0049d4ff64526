package io.hotspan.sampling.revive;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.judge.RuleScan;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionReader;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Looks through what the log holds of a partition for dropped traces that a force rule made since would have kept. All
 * conditions of a rule are on one span, so a single record is enough to tell.
 */
final class RuleSearch extends LogPass {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_CANDIDATES = 50_000;

    private final RuleVersion version;
    private final Instant since;
    private final long below;
    private final RuleScan scan;
    private final BooleanSupplier mayDecide;
    private volatile boolean completed;

    /**
     * A search for one rule.
     *
     * @param since traces with a record of this time or later
     * @param mayDecide whether the rule may decide one more trace; asked in the sampler's thread
     */
    RuleSearch(
            TopicPartition partition,
            PartitionSampler target,
            ForceRule rule,
            Instant since,
            BooleanSupplier mayDecide) {
        super(partition, target);
        this.version = new RuleVersion(rule.id(), rule.version());
        this.since = since;
        // What was not decided then will be decided by the rule anyway.
        this.below = target.commitPoint().settled();
        this.scan = new RuleScan(List.of(rule.match()));
        this.mayDecide = mayDecide;
    }

    RuleVersion version() {
        return version;
    }

    /** Whether it came to its end. */
    boolean isCompleted() {
        return completed;
    }

    @Override
    void run(LogReaders readers, Sink sink) throws InterruptedException {
        try (Consumer<byte[], InputRecord> input = readers.input()) {
            Set<TraceId> candidates = new HashSet<>();
            long end = Math.min(below, seek(input, partition()));
            while (input.position(partition()) < end && !isCancelled()) {
                for (ConsumerRecord<byte[], InputRecord> record : input.poll(POLL)) {
                    if (record.offset() < end && matches(record.value())) {
                        candidates.add(new TraceId(
                                record.value().high(), record.value().low()));
                    }
                }
                if (candidates.size() >= MOST_CANDIDATES) {
                    deliver(candidates, readers, sink);
                    candidates.clear();
                }
            }
            deliver(candidates, readers, sink);
        }
        completed = !isCancelled();
    }

    private boolean matches(@Nullable InputRecord value) {
        return value != null
                && value.fault() == null
                && scan.find(visitor -> visitor.record(value.bytes(), value.offset(), value.length()), _ -> true) == 0;
    }

    private void deliver(Set<TraceId> candidates, LogReaders readers, Sink sink) throws InterruptedException {
        if (candidates.isEmpty() || isCancelled()) {
            return;
        }
        Map<TraceId, Decision> latest = new HashMap<>();
        TopicPartition decisions =
                new TopicPartition(readers.decisionsTopic(), partition().partition());
        try (Consumer<byte[], byte[]> reader = readers.decisions()) {
            long end = seek(reader, decisions);
            while (reader.position(decisions) < end && !isCancelled()) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    DecisionReader.forEach(record.value(), decision -> {
                        TraceId trace = new TraceId(decision.high(), decision.low());
                        if (candidates.contains(trace)) {
                            latest.put(trace, decision);
                        }
                    });
                }
            }
        }
        List<Decision> dropped = latest.values().stream()
                .filter(decision -> !decision.ruling().kept())
                .toList();
        Ruling ruling = Ruling.forced(true, version);
        sink.put(new Portion(
                this,
                sampler -> dropped.forEach(decision -> {
                    if (mayDecide.getAsBoolean()) {
                        sampler.bringBack(decision, ruling);
                    }
                }),
                false));
    }

    /** Goes to the first record of the time; returns where the partition ends. */
    private long seek(Consumer<?, ?> consumer, TopicPartition at) {
        List<TopicPartition> only = List.of(at);
        consumer.assign(only);
        long end = consumer.endOffsets(only).getOrDefault(at, 0L);
        @Nullable
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(at, since.toEpochMilli())).get(at);
        consumer.seek(at, found == null ? end : found.offset());
        return end;
    }
}
