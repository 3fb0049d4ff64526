package io.hotspan.embedded.testing;

/**
 * The servers integration tests run against: one of each kind in a JVM, started when first asked for, ended with it.
 * They are the embedded ones, or containers where the property {@code hotspan.test.servers} or the variable
 * {@code HOTSPAN_TEST_SERVERS} says {@code testcontainers}.
 */
public final class TestServers {

    private TestServers() {}

    public static TestClickHouse clickHouse() {
        return ClickHouseHolder.SERVER;
    }

    public static TestKafka kafka() {
        return KafkaHolder.SERVER;
    }

    private static boolean containers() {
        String kind = System.getProperty("hotspan.test.servers", System.getenv("HOTSPAN_TEST_SERVERS"));
        return "testcontainers".equals(kind);
    }

    private static final class ClickHouseHolder {
        static final TestClickHouse SERVER =
                containers() ? ContainerServers.clickHouse() : EmbeddedServers.clickHouse();
    }

    private static final class KafkaHolder {
        static final TestKafka SERVER = containers() ? ContainerServers.kafka() : EmbeddedServers.kafka();
    }
}
