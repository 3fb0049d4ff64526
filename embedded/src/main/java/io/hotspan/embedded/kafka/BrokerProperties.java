package io.hotspan.embedded.kafka;

import io.hotspan.embedded.LoopbackPort;
import java.nio.file.Path;
import java.util.Properties;

/** The settings of a broker that is its own controller and has no replicas. */
record BrokerProperties(Path directory, int port, int controllerPort, KafkaOptions options) {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String CLIENT_LISTENER = "CLIENT";

    Properties toProperties() {
        Properties properties = new Properties();
        identity(properties);
        alone(properties);
        retention(properties);
        laptop(properties);
        return properties;
    }

    private void identity(Properties properties) {
        String client = "%s://%s:%d".formatted(CLIENT_LISTENER, LoopbackPort.ADDRESS, port);
        String controller = "%s://%s:%d".formatted(CONTROLLER_LISTENER, LoopbackPort.ADDRESS, controllerPort);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, LoopbackPort.ADDRESS, controllerPort));
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("inter.broker.listener.name", CLIENT_LISTENER);
        properties.put("listeners", client + "," + controller);
        properties.put("advertised.listeners", client);
        properties.put(
                "listener.security.protocol.map",
                "%s:PLAINTEXT,%s:PLAINTEXT".formatted(CLIENT_LISTENER, CONTROLLER_LISTENER));
        properties.put("log.dirs", directory.toString());
        // Services create their topics; a mistyped name should fail, not become a topic.
        properties.put("auto.create.topics.enable", "false");
    }

    private static void alone(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        // One member is the whole group at start: waiting for more only delays it.
        properties.put("group.initial.rebalance.delay.ms", "0");
    }

    private void retention(Properties properties) {
        properties.put("log.retention.ms", Long.toString(options.retention().toMillis()));
        properties.put("log.retention.bytes", Long.toString(options.retentionBytes()));
        properties.put("log.segment.bytes", Long.toString(Math.clamp(options.retentionBytes() / 4, 1 << 20, 64 << 20)));
        properties.put("log.retention.check.interval.ms", "30000");
    }

    private static void laptop(Properties properties) {
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("num.partitions", "4");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        // The default buffer alone is 128 MiB of heap.
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        properties.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    }
}
