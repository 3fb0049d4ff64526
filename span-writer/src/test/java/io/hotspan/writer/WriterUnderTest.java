package io.hotspan.writer;

import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestKafka;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.service.HotspanService;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.spanstore.query.SqlFragment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A topic, a database, and the writers between them. */
final class WriterUnderTest implements AutoCloseable {
    private final TestKafka kafka = TestServers.kafka();
    private final TestClickHouse clickHouse = TestServers.clickHouse();
    private final String prefix = kafka.freshPrefix();
    private final List<ConfigurableApplicationContext> writers = new ArrayList<>();
    final SpanStore store;
    final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "linger.ms", "5"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    WriterUnderTest(int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(topic(), partitions, (short) 1),
                            new NewTopic(rollupTopic(), partitions, (short) 1),
                            new NewTopic(decisionTopic(), partitions, (short) 1)))
                    .all()
                    .get();
        }
        store = SpanStore.open(new SpanStoreSettings(
                URI.create(clickHouse.httpUrl()),
                clickHouse.username(),
                clickHouse.password(),
                clickHouse.freshDatabase(),
                "otel_traces",
                QueryLimits.DEFAULT,
                4,
                Duration.ZERO));
        store.migrate();
    }

    String topic() {
        return prefix + "sampled";
    }

    String rollupTopic() {
        return prefix + "rollups";
    }

    String decisionTopic() {
        return prefix + "decisions";
    }

    String deadLetterTopic() {
        return prefix + "sampled.dlt";
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Arguments that make a writer one of this test, whatever process it runs in. */
    List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                "--spring.kafka.consumer.properties.heartbeat.interval.ms=500",
                "--hotspan.writer.topic=" + topic(),
                "--hotspan.writer.rollup-topic=" + rollupTopic(),
                "--hotspan.writer.decision-topic=" + decisionTopic(),
                "--hotspan.writer.dead-letter-topic=" + deadLetterTopic(),
                "--hotspan.writer.group-id=" + prefix + "writer",
                "--hotspan.writer.batch.max-age=100ms",
                "--hotspan.clickhouse.url=" + clickHouse.httpUrl(),
                "--hotspan.clickhouse.username=" + clickHouse.username(),
                "--hotspan.clickhouse.password=" + clickHouse.password(),
                "--hotspan.clickhouse.database=" + store.settings().database(),
                "--hotspan.clickhouse.retention=0",
                "--hotspan.clickhouse.decision-retention=0"));
        // Spring would take a repeated argument for a list of values.
        for (String argument : more) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(earlier -> earlier.startsWith(name));
            arguments.add(argument);
        }
        return arguments;
    }

    ConfigurableApplicationContext start(String... more) {
        return start(SpanWriterApplication.class, more);
    }

    ConfigurableApplicationContext start(Class<?> application, String... more) {
        ConfigurableApplicationContext writer =
                HotspanService.run(application, "span-writer", arguments(more).toArray(String[]::new));
        writers.add(writer);
        return writer;
    }

    void send(byte @Nullable [] value) {
        send(value, Map.of());
    }

    void sendRollups(byte[] value) {
        send(new ProducerRecord<>(rollupTopic(), value));
    }

    void sendDecisions(int partition, byte[] value) {
        send(new ProducerRecord<>(decisionTopic(), partition, null, value));
    }

    /** All rows of decisions, and how many different entries they are. */
    long[] rowsAndDecisions() {
        return store.query(SqlFragment.of("SELECT count(), uniqExact(TraceId, SettledBelow, Revival) FROM "
                        + store.settings().qualifiedDecisionTable()))
                .first(row -> new long[] {row.getLong(1), row.getLong(2)})
                .orElseThrow();
    }

    /** The sum of all rollups. */
    long spansCounted() {
        return store.query(SqlFragment.of(
                        "SELECT sum(Spans) FROM " + store.settings().qualifiedRollupTable()))
                .first(row -> row.getLong(1))
                .orElseThrow();
    }

    void send(byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic(), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record, (_, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** All rows, and how many different spans they are. */
    long[] rowsAndSpans() {
        return store.query(SqlFragment.of("SELECT count(), uniqExact(TraceId, SpanId) FROM "
                        + store.settings().qualifiedTable()))
                .first(row -> new long[] {row.getLong(1), row.getLong(2)})
                .orElseThrow();
    }

    @Override
    public void close() {
        writers.forEach(ConfigurableApplicationContext::close);
        producer.close();
        store.close();
    }
}
