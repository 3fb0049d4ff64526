package io.hotspan.sampling.explain.source;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.hotspan.sampling.SamplerProperties.Topics;
import io.hotspan.sampling.explain.answer.DecisionRecord;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.DecisionEntry;
import io.hotspan.telemetry.decision.DecisionReader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Finds a trace's decision by reading the log back, as far and for as long as is allowed. */
public final class DecisionLogSearch {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Supplier<Consumer<byte[], byte[]>> readers;
    private final Topics topics;
    private final Duration lookBack;
    private final Duration timeout;
    private final InstantSource clock;

    /** @param readers makes consumers outside of any group that read what is committed */
    public DecisionLogSearch(
            Supplier<Consumer<byte[], byte[]>> readers,
            Topics topics,
            Duration lookBack,
            Duration timeout,
            InstantSource clock) {
        this.readers = readers;
        this.topics = topics;
        this.lookBack = lookBack;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * What the log says of the trace; where time runs out, as far as it was read by then.
     *
     * @throws TimeoutException if nothing was found by then
     */
    public Optional<DecisionRecord> find(TraceId id) {
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            List<TopicPartition> partitions = partitions(id, reader);
            Map<TopicPartition, Long> ends = seek(reader, partitions);
            Map<TopicPartition, List<DecisionEntry>> found = read(id, reader, ends);
            if (found.isEmpty() && !isAtEnd(reader, ends)) {
                throw new TimeoutException("the last %d s of the decision log were not read to their end within %d ms"
                        .formatted(lookBack.toSeconds(), timeout.toMillis()));
            }
            return partitions.stream()
                    .flatMap(partition ->
                            DecisionRecord.of(found.getOrDefault(partition, List.of()), partition.partition()).stream())
                    .findFirst();
        }
    }

    /** A trace's decisions lie in the partition of the input's number. */
    private List<TopicPartition> partitions(TraceId id, Consumer<byte[], byte[]> reader) {
        int partitions = reader.partitionsFor(topics.input(), timeout).size();
        return KeyPartitions.of(id, Math.max(1, partitions)).stream()
                .map(number -> new TopicPartition(topics.decisions(), number))
                .toList();
    }

    /** Places the reader where looking back begins; answers up to where to read, nothing where nothing is so new. */
    private Map<TopicPartition, Long> seek(Consumer<byte[], byte[]> reader, List<TopicPartition> partitions) {
        long since = clock.millis() - lookBack.toMillis();
        Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(partitions, timeout));
        Map<TopicPartition, OffsetAndTimestamp> starts =
                reader.offsetsForTimes(partitions.stream().collect(toMap(identity(), _ -> since)), timeout);
        ends.keySet().removeIf(partition -> starts.get(partition) == null);
        reader.assign(ends.keySet());
        for (TopicPartition partition : ends.keySet()) {
            reader.seek(partition, requireNonNull(starts.get(partition)).offset());
        }
        return ends;
    }

    private Map<TopicPartition, List<DecisionEntry>> read(
            TraceId id, Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
        byte[] wanted = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.high())
                .putLong(id.low())
                .array();
        Map<TopicPartition, List<DecisionEntry>> found = new HashMap<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!isAtEnd(reader, ends) && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                // Hundreds of decisions in a record, most of them not wanted: spelling them out would be the slow part.
                if (contains(record.value(), wanted)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    DecisionReader.forEachEntry(record.value(), entry -> {
                        if (entry.decision().high() == id.high()
                                && entry.decision().low() == id.low()) {
                            found.computeIfAbsent(partition, _ -> new ArrayList<>())
                                    .add(entry);
                        }
                    });
                }
            }
        }
        return found;
    }

    private static boolean isAtEnd(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue());
    }

    private static boolean contains(byte[] value, byte[] wanted) {
        for (int from = 0; from + wanted.length <= value.length; from++) {
            int matched = 0;
            while (matched < wanted.length && value[from + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
