package io.hotspan.writer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.RowKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.util.unit.DataSize;

@Timeout(30)
class BatchWriterTest {
    private static final TopicPartition PARTITION = new TopicPartition("spans", 0);
    /** A span's name, followed in its row by the length of the kind's and the kind. */
    private static final Pattern NAMES = Pattern.compile("[a-z0-9-]+(?=.Unspecified)", Pattern.DOTALL);

    private static final byte[] UNREADABLE = "no protobuf".getBytes(StandardCharsets.UTF_8);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WriterMetrics metrics = new WriterMetrics(meters);
    private final @Nullable Partitioner anyPartition = null;
    private final MockProducer<byte[], byte[]> letters =
            new MockProducer<>(true, anyPartition, new ByteArraySerializer(), new ByteArraySerializer()) {
                @Override
                public void close(Duration timeout) {
                    // A template closes after each use what a pool would keep.
                }
            };
    private final FakeTable table = new FakeTable();
    private final WriterProperties properties = new WriterProperties(
            "spans",
            "rollups",
            "decisions",
            "spans.dlt",
            "g",
            Duration.ofSeconds(1),
            new WriterProperties.Batch(10, DataSize.ofMegabytes(1), Duration.ofSeconds(1)),
            new WriterProperties.Retry(Duration.ofMillis(1), Duration.ofMillis(2)));
    private final BatchWriter writer = new BatchWriter(
            table, new DeadLetters(new KafkaTemplate<>(() -> letters), () -> {}, properties), properties, metrics);

    @Test
    void batch_isOneInsertUnderItsOwnToken() throws InterruptedException {
        write(trace("a"), trace("b"));
        assertThat(table.tokens).containsExactly("spans/0/0/2");
    }

    @Test
    void rowTheTableRefuses_isSetAsideAndTheOthersStored() throws InterruptedException {
        table.refuses = rows -> rows.contains("poison");
        write(Stream.concat(IntStream.range(0, 11).mapToObj(i -> trace("good-" + i)), Stream.of(trace("poison")))
                .toArray(byte[][]::new));
        assertThat(table.stored).hasSize(11).doesNotHaveDuplicates();
        assertThat(letters.history()).hasSize(1).first().satisfies(letter -> {
            assertThat(header(letter, "source.offset")).isEqualTo("11");
            assertThat(header(letter, "error")).contains("too large");
        });
        assertThat(count("records.written")).isEqualTo(11);
        assertThat(count("records.dead.lettered")).isOne();
        assertThat(metrics.pending()).isZero();
    }

    @Test
    void halves_haveTheSameTokensWhenRepeated() throws InterruptedException {
        table.refuses = rows -> rows.contains("poison");
        byte[][] records = {trace("a"), trace("poison"), UNREADABLE, trace("b"), trace("c")};
        write(records);
        List<String> first = List.copyOf(table.tokens);
        table.tokens.clear();
        write(records);
        assertThat(table.tokens).isEqualTo(first);
    }

    @Test
    void batchOfUnreadableRecordsOnly_insertsNothing() throws InterruptedException {
        write(UNREADABLE, UNREADABLE);
        assertThat(table.tokens).isEmpty();
        assertThat(letters.history()).hasSize(2);
    }

    @Test
    void tableThatIsAway_isTriedUntilItIsBack() throws InterruptedException {
        table.failures = 5;
        write(trace("a"));
        assertThat(table.stored).hasSize(1);
        assertThat(count("retries")).isEqualTo(5);
    }

    @Test
    void interruptedWrite_leavesItsRecordsToTheNextOwner() {
        table.failures = Integer.MAX_VALUE;
        Thread test = Thread.currentThread();
        var _ = table.called.thenRun(test::interrupt);
        assertThatThrownBy(() -> write(trace("a"), trace("b"))).isInstanceOf(InterruptedException.class);
        assertThat(count("records.released")).isEqualTo(2);
        assertThat(metrics.pending()).isZero();
    }

    private void write(byte[]... values) throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new ConsumerRecord<>(PARTITION.topic(), 0, records.size(), new byte[0], value));
        }
        metrics.received(records.size());
        writer.write(new RecordBatch(PARTITION, 0, records.size(), records));
    }

    private double count(String name) {
        return meters.get("hotspan.writer." + name).counter().count();
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] trace(String spanName) {
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(Span.newBuilder().setName(spanName))))
                .build()
                .toByteArray();
    }

    private static final class FakeTable implements SpanTable {
        final List<String> tokens = new ArrayList<>();
        final List<String> stored = new ArrayList<>();
        final CompletableFuture<Void> called = new CompletableFuture<>();
        Predicate<String> refuses = _ -> false;
        int failures;

        @Override
        public void prepare() {}

        @Override
        public void insert(RowKind kind, RowBuffer rows, int from, int to, String token)
                throws RowsRejectedException, TableUnavailableException {
            called.complete(null);
            tokens.add(token);
            if (failures-- > 0) {
                throw new TableUnavailableException("away", new IOException());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                rows.writeTo(bytes, from, to);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            if (refuses.test(text)) {
                throw new RowsRejectedException("a value is too large", new IOException());
            }
            NAMES.matcher(text).results().map(MatchResult::group).forEach(stored::add);
        }
    }
}
