package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.ingest.TraceIdHex;
import io.hotspan.sampling.testing.MessageTemplate;
import io.hotspan.sampling.testing.NaiveRollups;
import io.hotspan.sampling.testing.Traces;
import io.hotspan.telemetry.TraceId;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Spans at a given rate, tens of thousands of traces interleaved, and which of them must come out. */
final class Flood implements AutoCloseable {

    private static final int OPEN_TRACES = 20_000;
    private static final int RECORDS_PER_TRACE = 3;

    /** The threshold of one tenth, as the specification's table has it. */
    private static final long TENTH = 0xe666_0000_0000_00L;

    private static final long TICK_NANOS = 5_000_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Random random = new Random(5);
    private final MessageTemplate template;
    private final TraceId[] open = new TraceId[OPEN_TRACES];
    private final int[] sent = new int[OPEN_TRACES];
    private final BitSet kept = new BitSet();
    private long records;

    Flood(String brokers, String topic) {
        this.topic = topic;
        TraceId any = new TraceId(1, 1);
        template = MessageTemplate.of(span(any, 1), span(any, 2));
        // One request at a time: the first ones to a new topic may otherwise be refused for their order, for minutes.
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                brokers,
                "linger.ms",
                20,
                "batch.size",
                131_072,
                "compression.type",
                "lz4",
                "max.in.flight.requests.per.connection",
                1);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    long spans() {
        return records * template.spans();
    }

    /** Sends so many spans a second for so long, as far as the machine can; in between, does what else there is. */
    void send(double spansPerSecond, Duration time, Runnable everyTick) {
        long start = System.nanoTime();
        long before = spans();
        for (long elapsed = 0; elapsed < time.toNanos(); elapsed = System.nanoTime() - start) {
            send((long) (spansPerSecond * elapsed / 1e9) - (spans() - before));
            everyTick.run();
            LockSupport.parkNanos(TICK_NANOS);
        }
    }

    /** Sends so many spans at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // flush() waits for all
    void send(long count) {
        for (long end = spans() + count; spans() < end; ) {
            int slot = (int) (records % OPEN_TRACES);
            if (sent[slot] % RECORDS_PER_TRACE == 0) {
                open[slot] = new TraceId(random.nextLong(), random.nextLong());
            }
            TraceId trace = open[slot];
            long first = spans() + 1;
            if ((trace.low() & 0xFF_FFFF_FFFF_FFFFL) >= TENTH) {
                kept.set((int) first, (int) first + template.spans());
            }
            producer.send(new ProducerRecord<>(
                    topic, TraceIdHex.encode(trace.high(), trace.low()), template.fill(trace, first)));
            sent[slot]++;
            records++;
        }
        producer.flush();
    }

    /** Nothing is lost, nothing is doubled, every span is counted. */
    void verify(SamplerHarness harness) {
        BitSet out = new BitSet();
        harness.forEach(
                "sampled",
                record -> Traces.spans(record.value()).forEach(span -> {
                    int number = (int) span.getSpanId().asReadOnlyByteBuffer().getLong();
                    assertThat(out.get(number)).as("span %d twice", number).isFalse();
                    out.set(number);
                }));
        BitSet wrong = (BitSet) out.clone();
        wrong.xor(kept);
        assertThat(wrong.cardinality()).as("kept spans lost or kept in error").isZero();
        NaiveRollups counted = new NaiveRollups();
        harness.forEach("rollups", record -> counted.add(record.value()));
        assertThat(counted.spans()).as("spans in rollups").isEqualTo(spans());
    }

    @Override
    public void close() {
        producer.close();
    }
}
