package io.hotspan.sampling.revive;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.partition.RestoredRecords;
import io.hotspan.sampling.partition.RestoredRecords.Restored;
import io.hotspan.sampling.revive.OffsetRanges.Range;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Revival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the input once over the ranges of all traces of a partition that are being brought back. */
final class RevivalPass extends LogPass {

    private static final Duration POLL = Duration.ofMillis(100);

    private static final class Wanted {
        final TraceId trace;
        final long below;
        long from;
        List<Restored> found = new ArrayList<>();

        Wanted(TraceId trace, Revival revival) {
            this.trace = trace;
            this.from = revival.from();
            this.below = revival.below();
        }

        RestoredRecords take(long upTo) {
            RestoredRecords taken = new RestoredRecords(trace.high(), trace.low(), from, upTo, found);
            from = upTo;
            found = new ArrayList<>();
            return taken;
        }
    }

    private final long portionBytes;
    private final Map<TraceId, Wanted> wanted = new HashMap<>();

    private long bytes;

    /**
     * A pass for the traces a partition's sampler waits for.
     *
     * @param open their latest decisions
     * @param portionBytes of records handed over at a time
     */
    RevivalPass(TopicPartition partition, PartitionSampler target, List<Decision> open, long portionBytes) {
        super(partition, target);
        this.portionBytes = portionBytes;
        for (Decision decision : open) {
            TraceId trace = new TraceId(decision.high(), decision.low());
            wanted.put(trace, new Wanted(trace, decision.revival()));
        }
    }

    @Override
    void run(LogReaders readers, Sink sink) throws InterruptedException {
        List<TopicPartition> only = List.of(partition());
        List<Range> ranges = wanted.values().stream()
                .map(trace -> new Range(trace.from, trace.below))
                .toList();
        try (Consumer<byte[], InputRecord> consumer = readers.input()) {
            consumer.assign(only);
            long end = consumer.endOffsets(only).getOrDefault(partition(), 0L);
            for (Range range : OffsetRanges.merge(ranges)) {
                read(consumer, range, end, sink);
                if (isCancelled()) {
                    return;
                }
                sink.put(portion(range.below()));
            }
        }
    }

    private void read(Consumer<byte[], InputRecord> consumer, Range range, long end, Sink sink)
            throws InterruptedException {
        consumer.seek(partition(), range.from());
        // Where the log's beginning is gone, the consumer goes on from what is left.
        while (consumer.position(partition()) < Math.min(range.below(), end) && !isCancelled()) {
            for (ConsumerRecord<byte[], InputRecord> record : consumer.poll(POLL)) {
                // A trace of a later range may have records here, which are read when that range is.
                if (record.offset() >= range.below()) {
                    break;
                }
                take(record);
                if (bytes >= portionBytes) {
                    sink.put(portion(record.offset() + 1));
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], InputRecord> record) {
        @Nullable InputRecord value = record.value();
        if (value == null || value.fault() != null) {
            return;
        }
        Wanted trace = wanted.get(new TraceId(value.high(), value.low()));
        if (trace != null && record.offset() >= trace.from && record.offset() < trace.below) {
            trace.found.add(new Restored(value.copy(), record.timestamp()));
            bytes += value.length();
        }
    }

    /** What was found, and which traces have no more below the offset. */
    private Portion portion(long upTo) {
        List<RestoredRecords> traces = new ArrayList<>();
        wanted.values().removeIf(trace -> {
            boolean ended = trace.below <= upTo;
            if (ended || !trace.found.isEmpty()) {
                traces.add(trace.take(Math.min(upTo, trace.below)));
            }
            return ended;
        });
        bytes = 0;
        return new Portion(this, sampler -> traces.forEach(sampler::restore), false);
    }
}
