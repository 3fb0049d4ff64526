package io.hotspan.sampling.explain.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hotspan.sampling.SamplerProperties.Topics;
import io.hotspan.sampling.explain.answer.DecisionRecord;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.DecisionEntry;
import io.hotspan.telemetry.decision.DecisionReader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;

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
            TopicPartition partition = new TopicPartition(topics.decisions(), partition(id, reader));
            reader.assign(List.of(partition));
            long end = reader.endOffsets(List.of(partition), timeout).getOrDefault(partition, 0L);
            long since = clock.millis() - lookBack.toMillis();
            OffsetAndTimestamp from =
                    reader.offsetsForTimes(Map.of(partition, since), timeout).get(partition);
            if (from == null) {
                return Optional.empty();
            }
            reader.seek(partition, from.offset());
            Optional<DecisionRecord> found =
                    DecisionRecord.of(entries(id, reader, partition, end), partition.partition());
            if (found.isEmpty() && reader.position(partition) < end) {
                throw new TimeoutException("the last %d s of the decision log were not read to their end within %d ms"
                        .formatted(lookBack.toSeconds(), timeout.toMillis()));
            }
            return found;
        }
    }

    /** Where a record with the trace's id as its key lies. */
    private int partition(TraceId id, Consumer<byte[], byte[]> reader) {
        int partitions = reader.partitionsFor(topics.input(), timeout).size();
        int hash = Utils.murmur2(id.toString().getBytes(US_ASCII));
        return Utils.toPositive(hash) % Math.max(1, partitions);
    }

    private List<DecisionEntry> entries(
            TraceId id, Consumer<byte[], byte[]> reader, TopicPartition partition, long end) {
        byte[] wanted = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.high())
                .putLong(id.low())
                .array();
        List<DecisionEntry> found = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (reader.position(partition) < end && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                // Hundreds of decisions in a record, most of them not wanted: spelling them out would be the slow part.
                if (contains(record.value(), wanted)) {
                    DecisionReader.forEachEntry(record.value(), entry -> {
                        if (entry.decision().high() == id.high()
                                && entry.decision().low() == id.low()) {
                            found.add(entry);
                        }
                    });
                }
            }
        }
        return found;
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
