package io.hotspan.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.writer.SpanWriterApplication;
import io.hotspan.writer.row.SpanRows;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.context.ConfigurableApplicationContext;

/** A topic's spans into ClickHouse, against inserts of the same rows, as many at once and as large. */
final class WriterContest implements Contest {

    private static final String INPUT = "writer-input";
    private static final String TABLE = "otel_traces";
    private static final int CONNECTIONS = 2;
    private static final List<Header> HEADERS = List.of(
            header("sampling.weight", Double.toString(DatasetWriter.SAMPLE.weight())),
            header("sampling.reason", DatasetWriter.SAMPLE.reason()));

    private final Servers servers;
    private final Dataset data;
    private final ClickHouseHttp clickHouse;
    private int runs;

    WriterContest(Servers servers, Dataset data, Map<String, Object> producerSettings) throws Exception {
        this.servers = servers;
        this.data = data;
        this.clickHouse = new ClickHouseHttp(servers.clickHouseUrl());
        servers.topics().create(INPUT);
        try (PlainProducer producer = new PlainProducer(producerSettings)) {
            producer.send(
                    data.records,
                    (record, _) -> new ProducerRecord<>(
                            INPUT, null, record.timeMillis(), record.key(), record.value(), HEADERS));
        }
    }

    @Override
    public String stage() {
        return "writer, topic to ClickHouse";
    }

    @Override
    public List<Baseline> baselines() {
        return List.of(new Baseline("INSERT of the same rows", this::runBaseline));
    }

    @Override
    public Cost runStage() throws Exception {
        String database = "writer_" + ++runs;
        Cost cost;
        try (ConfigurableApplicationContext writer = servers.run(
                SpanWriterApplication.class,
                "span-writer",
                "--hotspan.writer.topic=" + INPUT,
                "--hotspan.writer.dead-letter-topic=" + INPUT + ".dlt",
                "--hotspan.writer.group-id=" + database,
                // The last batch is not full, and would only be waited for.
                "--hotspan.writer.batch.max-age=100ms",
                "--hotspan.clickhouse.database=" + database,
                "--hotspan.clickhouse.retention=0")) {
            MeterRegistry meters = writer.getBean(MeterRegistry.class);
            Until.holds("the writer reads", () -> count(meters, "hotspan.writer.records.received") > 0);
            Stopwatch stopwatch = servers.stopwatch();
            Until.holds("every span is written", () -> count(meters, "hotspan.writer.spans.written") >= data.spans());
            cost = stopwatch.stop();
        }
        checkAndDrop(database);
        return cost;
    }

    private Cost runBaseline() throws Exception {
        String database = "plain_" + runs;
        try (SpanStore store = SpanStore.open(settings(database))) {
            store.migrate();
        }
        String insert = "INSERT INTO %s.%s (%s) SETTINGS async_insert = 0 FORMAT RowBinary"
                .formatted(database, TABLE, String.join(", ", SpanRows.COLUMNS));
        Stopwatch stopwatch = servers.stopwatch();
        try (Spool.Reader rows = data.rows.read()) {
            Parallel.run(Topics.PARTITIONS, _ -> () -> {
                for (byte[] chunk = rows.next(); chunk != null; chunk = rows.next()) {
                    clickHouse.run(insert, chunk);
                }
                return null;
            });
        }
        Cost cost = stopwatch.stop();
        checkAndDrop(database);
        return cost;
    }

    @Override
    public void end() throws Exception {
        clickHouse.close();
        servers.topics().delete(INPUT, INPUT + ".dlt");
    }

    private void checkAndDrop(String database) throws IOException, InterruptedException {
        long rows = Long.parseLong(clickHouse
                .run("SELECT count() FROM %s.%s".formatted(database, TABLE))
                .strip());
        if (rows != data.spans()) {
            throw new IllegalStateException("%s has %d rows, not %d".formatted(database, rows, data.spans()));
        }
        // Its merges would otherwise go on under the next run.
        String _ = clickHouse.run("DROP DATABASE %s SYNC".formatted(database));
    }

    private SpanStoreSettings settings(String database) {
        return new SpanStoreSettings(
                URI.create(servers.clickHouseUrl()),
                "default",
                "",
                database,
                TABLE,
                QueryLimits.DEFAULT,
                CONNECTIONS,
                Duration.ZERO);
    }

    private static double count(MeterRegistry meters, String name) {
        return meters.get(name).counter().count();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(US_ASCII));
    }
}
