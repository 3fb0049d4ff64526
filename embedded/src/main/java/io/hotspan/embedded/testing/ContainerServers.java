package io.hotspan.embedded.testing;

import org.testcontainers.clickhouse.ClickHouseContainer;
import org.testcontainers.kafka.KafkaContainer;

/** The same servers from their official images. Testcontainers removes them with the JVM. */
final class ContainerServers {

    private static final String CLICKHOUSE_IMAGE = "clickhouse/clickhouse-server:26.7";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

    private ContainerServers() {}

    @SuppressWarnings("resource") // Shared by the whole JVM, closed by Testcontainers.
    static TestClickHouse clickHouse() {
        ClickHouseContainer container = new ClickHouseContainer(CLICKHOUSE_IMAGE);
        container.start();
        String address = container.getHost() + ":" + container.getMappedPort(8123);
        return new SharedClickHouse(
                "http://" + address,
                database -> "jdbc:clickhouse://" + address + "/" + database,
                container.getUsername(),
                container.getPassword());
    }

    @SuppressWarnings("resource") // Shared by the whole JVM, closed by Testcontainers.
    static TestKafka kafka() {
        KafkaContainer container = new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return new SharedKafka(container.getBootstrapServers());
    }
}
