package io.hotspan.sampling.rollup;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.varied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.ingest.RecordReader;
import io.hotspan.sampling.testing.NaiveRollups;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.rollup.Rollup;
import io.opentelemetry.proto.trace.v1.Span;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpanCounterTest {

    private static final TraceId TRACE = new TraceId(1, 2);

    private final Rollups rollups = new Rollups();
    private final RecordReader reader = new RecordReader(new SpanCounter(3, this::nanoTime));
    private long now;

    @Property(tries = 100)
    void rollups_areThoseOfANaiveCount(@ForAll long seed) {
        Random random = new Random(seed);
        RecordReader own = new RecordReader(new SpanCounter(1_000, this::nanoTime));
        NaiveRollups naive = new NaiveRollups();
        for (int record = 0; record < 20; record++) {
            byte[] message = message(IntStream.range(0, random.nextInt(1_000))
                    .mapToObj(number -> varied(span(TRACE, number), random))
                    .toArray(Span[]::new));
            naive.count(message);
            count(own, message);
        }
        assertThat(counted().totals()).isEqualTo(naive.totals());
    }

    @Test
    void record_largerThanAnyArray_isCountedWhole() {
        count(
                reader,
                message(IntStream.range(0, 20_000).mapToObj(i -> named("a")).toArray(Span[]::new)));

        assertThat(byOperation()).isEqualTo(Map.of("a", 20_000L));
    }

    @Test
    void operationsBeyondTheLimit_countUnderOther() {
        for (String name : List.of("a", "b", "c", "d", "e", "a", "d")) {
            count(reader, message(named(name)));
        }
        assertThat(byOperation()).isEqualTo(Map.of("a", 2L, "b", 1L, "c", 1L, Rollup.OTHER, 3L));
        assertThat(rollups.takeFolded()).isEqualTo(3);
        assertThat(rollups.takeFolded()).isZero();
    }

    @Test
    void tenMinutesLater_otherOperationsAreToldApart() {
        count(reader, message(named("a"), named("b"), named("c"), named("d")));
        now += Duration.ofMinutes(10).toNanos();
        // In the midst of a record, whose earlier spans keep their operation.
        count(reader, message(named("a"), named("d"), named("e"), named("f")));

        assertThat(byOperation()).isEqualTo(Map.of("a", 2L, "b", 1L, "c", 1L, "d", 1L, "e", 1L, Rollup.OTHER, 2L));
    }

    @Test
    void nameThatIsData_countsUnderOther() {
        count(reader, message(named("x".repeat(1_001)), named("a")));

        assertThat(byOperation()).isEqualTo(Map.of(Rollup.OTHER, 1L, "a", 1L));
    }

    @Test
    void faultyRecord_countsForNothing() {
        count(reader, message(named("a"), span(new TraceId(3, 4), 1)));
        count(reader, message(named("b")));

        assertThat(byOperation()).isEqualTo(Map.of("b", 1L));
    }

    @Test
    void whatIsNoKindAndStatus_isSaid() {
        count(
                reader,
                message(span(TRACE, 1).toBuilder()
                        .setKindValue(99)
                        .setStatus(io.opentelemetry.proto.trace.v1.Status.newBuilder()
                                .setCodeValue(-7))
                        .setEndTimeUnixNano(0)
                        .build()));

        assertThat(counted().totals().keySet())
                .singleElement()
                .extracting(Rollup::kind, Rollup::status, Rollup::bucket)
                .containsExactly(Rollup.UNKNOWN_KIND, Rollup.UNKNOWN_STATUS, -1);
    }

    @Test
    void manyCells_areAllKept() {
        NaiveRollups naive = new NaiveRollups();
        for (int i = 0; i < 20_000; i++) {
            byte[] message = message(span(TRACE, i).toBuilder()
                    .setStartTimeUnixNano(i * 10_000_000_000L)
                    .setEndTimeUnixNano(i * 10_000_000_000L + 1_000)
                    .build());
            naive.count(message);
            count(reader, message);
        }
        assertThat(counted().totals()).hasSize(20_000).isEqualTo(naive.totals());
    }

    @Test
    void counting_allocatesEightBytesASpanAndNoMore() {
        byte[] message =
                message(IntStream.range(0, 100).mapToObj(i -> named("a")).toArray(Span[]::new));
        for (int i = 0; i < 20_000; i++) {
            count(reader, message);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            count(reader, message);
        }
        double bytes = (threads.getCurrentThreadAllocatedBytes() - before) / 1e6;
        // The record itself takes about one byte a span.
        assertThat(bytes).isCloseTo(9, within(1.5));
    }

    private long nanoTime() {
        return now;
    }

    private void count(RecordReader with, byte[] message) {
        InputRecord record = with.read(message, 0, message.length);
        rollups.add(record.cells(), record.firstCell(), record.spans());
    }

    private NaiveRollups counted() {
        NaiveRollups counted = new NaiveRollups();
        rollups.take().forEach(counted::add);
        return counted;
    }

    private Map<String, Long> byOperation() {
        Map<String, Long> spans = new TreeMap<>();
        counted().totals().forEach((rollup, count) -> spans.merge(rollup.operation(), count, Long::sum));
        return spans;
    }

    private static Span named(String name) {
        return span(TRACE, 1).toBuilder().setName(name).build();
    }
}
