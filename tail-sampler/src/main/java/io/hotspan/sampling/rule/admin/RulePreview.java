package io.hotspan.sampling.rule.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.log.LogConsumers;
import io.hotspan.sampling.rule.RuleMatch;
import io.hotspan.sampling.rule.judge.RuleScan;
import io.hotspan.service.problem.InvalidRequestException;
import io.hotspan.telemetry.TraceId;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says how many recent traces a match would have caught, by a look back into the input log outside the group. One at a
 * time: it takes a core's time from sampling.
 */
@Component
final class RulePreview {

    private static final long MOST_RECORDS = 100_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long USUAL_LOOKBACK = 600;
    private static final long LONGEST_LOOKBACK = 3_600;
    private static final int EXAMPLES = 10;

    /** What to look for, and how far back. */
    @Schema(name = "ForceRulePreviewRequest")
    record Request(
            @Schema(requiredMode = RequiredMode.REQUIRED) RuleRequest.@Nullable MatchRequest match,

            @JsonProperty("lookback_secs")
            @Schema(
                    description = "How far to look back.",
                    minimum = "1",
                    maximum = "3600",
                    defaultValue = "600",
                    requiredMode = RequiredMode.NOT_REQUIRED)
            @Nullable
            Long lookbackSecs) {}

    /**
     * What was found.
     *
     * @param traces seen, decided or not
     * @param matched how many of them have a span that matches
     * @param from since when; null if nothing was seen
     * @param complete whether all of the time asked for was seen
     * @param examples ids of some that matched
     */
    @Schema(name = "ForceRulePreview")
    record Answer(
            long traces, long matched, long spans, @Nullable Instant from, boolean complete, List<String> examples) {}

    private final LogConsumers consumers;
    private final SamplerProperties settings;

    RulePreview(LogConsumers consumers, SamplerProperties settings) {
        this.consumers = consumers;
        this.settings = settings;
    }

    synchronized Answer look(Request request) {
        RuleMatch match = MatchChecks.check(request.match());
        long lookback = Objects.requireNonNullElse(request.lookbackSecs(), USUAL_LOOKBACK);
        if (lookback < 1 || lookback > LONGEST_LOOKBACK) {
            throw new InvalidRequestException("/lookback_secs", "is out of range", "1 to " + LONGEST_LOOKBACK);
        }
        try (Consumer<byte[], InputRecord> consumer =
                consumers.uncountedInput(settings.groupId(), settings.groupId() + "-preview")) {
            return new Look(match).through(consumer, System.currentTimeMillis() - lookback * 1_000);
        }
    }

    /** One look. */
    private final class Look {

        private final RuleScan scan;
        private final Set<TraceId> traces = new HashSet<>();
        private final Set<TraceId> matched = new HashSet<>();
        private long spans;
        private long from = Long.MAX_VALUE;

        Look(RuleMatch match) {
            scan = new RuleScan(List.of(match));
        }

        Answer through(Consumer<byte[], InputRecord> consumer, long sinceMillis) {
            long deadline = System.nanoTime() + LONGEST.toNanos();
            Map<TopicPartition, Long> open = new HashMap<>();
            boolean complete = seek(consumer, sinceMillis, open);
            while (!open.isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(POLL).forEach(this::observe);
                open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            return new Answer(
                    traces.size(),
                    matched.size(),
                    spans,
                    traces.isEmpty() ? null : Instant.ofEpochMilli(from),
                    complete && open.isEmpty(),
                    matched.stream().limit(EXAMPLES).map(TraceId::toString).toList());
        }

        /** Goes to where the time begins, or as near as the number of records allows; whether that is all of it. */
        private boolean seek(Consumer<byte[], InputRecord> consumer, long sinceMillis, Map<TopicPartition, Long> ends) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(settings.topics().input())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            ends.putAll(consumer.endOffsets(partitions));
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, sinceMillis));
            Map<TopicPartition, OffsetAndTimestamp> firsts = consumer.offsetsForTimes(times);
            boolean complete = true;
            for (TopicPartition partition : partitions) {
                long end = ends.getOrDefault(partition, 0L);
                OffsetAndTimestamp first = firsts.get(partition);
                long wanted = first == null ? end : first.offset();
                long earliest = Math.max(0, end - MOST_RECORDS / partitions.size());
                consumer.seek(partition, Math.max(wanted, earliest));
                complete &= wanted >= earliest;
            }
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            return complete;
        }

        private void observe(ConsumerRecord<byte[], InputRecord> record) {
            InputRecord value = record.value();
            if (value == null || value.fault() != null) {
                return;
            }
            TraceId trace = new TraceId(value.high(), value.low());
            traces.add(trace);
            spans += value.spans();
            from = Math.min(from, record.timestamp());
            // Each record by itself: a match is of one span.
            int found = scan.find(visitor -> visitor.record(value.bytes(), value.offset(), value.length()), _ -> true);
            if (found >= 0) {
                matched.add(trace);
            }
        }
    }
}
