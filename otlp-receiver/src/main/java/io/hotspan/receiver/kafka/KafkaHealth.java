package io.hotspan.receiver.kafka;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Up while the topic can be reached, once it is open. */
@Component("kafkaHealthIndicator")
class KafkaHealth extends AbstractHealthIndicator implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final Admin admin;
    private final String topic;
    private final TopicOpening opening;

    KafkaHealth(KafkaAdmin admin, TopicProperties topic, TopicOpening opening) {
        super("Kafka cannot be reached");
        this.admin = Admin.create(admin.getConfigurationProperties());
        this.topic = topic.name();
        this.opening = opening;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        TopicDescription description = admin.describeTopics(
                        List.of(topic), new DescribeTopicsOptions().timeoutMs(TIMEOUT_MILLIS))
                .allTopicNames()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .get(topic);
        builder.up().withDetail("topic", topic);
        if (!opening.isOpen()) {
            builder.down().withDetail("reason", "Not every partition has had a leader yet");
        }
        if (description != null) {
            builder.withDetail("partitions", description.partitions().size());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
