package io.hotspan.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.Sample;
import io.hotspan.writer.row.SpanRows;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** How much of a plain INSERT's speed is left when the same rows come through Kafka. Prints a table. */
class ThroughputIT {
    private static final int TRACES = 20_000;
    private static final int SPANS = 10;
    private static final int TRACES_A_BATCH = 2_000;

    @Test
    void writer_keepsUpWithPlainInserts() throws Exception {
        List<byte[]> traces = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            traces.add(TestSpans.trace(i, SPANS));
        }
        insertPlainly(traces); // warms the server up
        double plain = insertPlainly(traces);
        double encode = encode(traces);
        double written = writeThroughKafka(traces);
        System.out.printf(
                """
                | spans of %d bytes | spans/s | of a plain INSERT |
                |---|---:|---:|
                | plain INSERT of encoded rows | %,.0f | 1.00 |
                | parsing and encoding alone, one thread | %,.0f | %.2f |
                | span-writer, Kafka to stored | %,.0f | %.2f |
                """, traces.getFirst().length / SPANS, plain, encode, encode / plain, written, written / plain);
        assertThat(written).isGreaterThan(plain / 10);
    }

    private static double writeThroughKafka(List<byte[]> traces) throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(4)) {
            ConfigurableApplicationContext writer = test.start();
            MeterRegistry meters = writer.getBean(MeterRegistry.class);
            // The first half warms up the writer, which must not be the only one that is cold.
            List<byte[]> half = traces.subList(0, TRACES / 2);
            half.forEach(test::send);
            await().atMost(Duration.ofMinutes(2)).until(() -> stored(meters) == half.size() * SPANS);
            long start = System.nanoTime();
            traces.subList(TRACES / 2, TRACES).forEach(test::send);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> stored(meters) == TRACES * SPANS);
            double perSecond = TRACES / 2.0 * SPANS / seconds(start);
            assertThat(test.rowsAndSpans()).containsExactly((long) TRACES * SPANS, (long) TRACES * SPANS);
            return perSecond;
        }
    }

    private static double stored(MeterRegistry meters) {
        return meters.get("hotspan.writer.spans.written").counter().count();
    }

    private static double encode(List<byte[]> traces) throws Exception {
        encodeAll(traces);
        long start = System.nanoTime();
        encodeAll(traces);
        return (double) TRACES * SPANS / seconds(start);
    }

    private static List<RowBuffer> encodeAll(List<byte[]> traces) throws Exception {
        List<RowBuffer> batches = new ArrayList<>();
        for (int from = 0; from < traces.size(); from += TRACES_A_BATCH) {
            RowBuffer buffer = new RowBuffer(1 << 20);
            SpanRows rows = new SpanRows(buffer);
            for (byte[] trace : traces.subList(from, from + TRACES_A_BATCH)) {
                rows.append(trace, new Sample(1, ""));
            }
            batches.add(buffer);
        }
        return batches;
    }

    private static double insertPlainly(List<byte[]> traces) throws Exception {
        List<RowBuffer> batches = encodeAll(traces);
        try (WriterUnderTest test = new WriterUnderTest(1)) {
            SpanStoreSettings settings = test.store.settings();
            try (Client client = new Client.Builder()
                    .addEndpoint(settings.url().toString())
                    .setUsername(TestServers.clickHouse().username())
                    .setPassword(TestServers.clickHouse().password())
                    .setDefaultDatabase(settings.database())
                    .build()) {
                long start = System.nanoTime();
                for (RowBuffer rows : batches) {
                    client.insert(
                                    settings.table(),
                                    SpanRows.COLUMNS,
                                    out -> rows.writeTo(out, 0, rows.size()),
                                    ClickHouseFormat.RowBinary,
                                    new InsertSettings())
                            .get()
                            .close();
                }
                return (double) TRACES * SPANS / seconds(start);
            }
        }
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
