package io.hotspan.benchmarks.throughput;

import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.hotspan.embedded.kafka.KafkaOptions;
import io.hotspan.service.HotspanService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The real servers on free ports, and services that work on them. */
final class Servers implements AutoCloseable {

    /** No segment may go while it is read again. */
    private static final Duration KAFKA_RETENTION = Duration.ofDays(365);

    private static final long KAFKA_RETENTION_BYTES = 64L << 30;

    private final EmbeddedClickHouse clickHouse;
    private final EmbeddedKafka kafka;
    private final Topics topics;

    private Servers(EmbeddedClickHouse clickHouse, EmbeddedKafka kafka) {
        this.clickHouse = clickHouse;
        this.kafka = kafka;
        this.topics = new Topics(kafka.bootstrapServers());
    }

    static Servers start(Path directory) {
        EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(directory.resolve("clickhouse"), 0);
        try {
            return new Servers(
                    clickHouse,
                    EmbeddedKafka.start(
                            new KafkaOptions(directory.resolve("kafka"), 0, KAFKA_RETENTION, KAFKA_RETENTION_BYTES)));
        } catch (RuntimeException e) {
            clickHouse.close();
            throw e;
        }
    }

    /** Starts a service as it runs in production, apart from its ports and the settings given. */
    ConfigurableApplicationContext run(Class<?> application, String name, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--hotspan.clickhouse.url=" + clickHouse.httpUrl(),
                "--management.metrics.use-global-registry=false"));
        arguments.addAll(List.of(settings));
        return HotspanService.run(application, name, arguments.toArray(String[]::new));
    }

    Topics topics() {
        return topics;
    }

    String clickHouseUrl() {
        return clickHouse.httpUrl();
    }

    /** Starts to measure what this process and ClickHouse do. */
    Stopwatch stopwatch() {
        return Stopwatch.start(clickHouse.process());
    }

    @Override
    public void close() {
        topics.close();
        kafka.close();
        clickHouse.close();
    }
}
