package io.hotspan.writer.consumer;

import io.hotspan.writer.WriterProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Up while Kafka answers and has the topic; down, with the reason, within two seconds if not. */
@Component("kafkaHealthIndicator")
class KafkaHealth implements HealthIndicator, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;
    private final String topic;

    KafkaHealth(KafkaAdmin admin, WriterProperties properties) {
        this.admin = Admin.create(admin.getConfigurationProperties());
        this.topic = properties.topic();
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder();
        try {
            TopicDescription described = describeTopic();
            health.up()
                    .withDetail(
                            "partitions",
                            described == null ? 0 : described.partitions().size());
        } catch (TimeoutException silent) {
            health.down().withDetail("reason", silent());
        } catch (ExecutionException failure) {
            health.down().withDetail("reason", reason(failure.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            health.unknown();
        }
        return health.withDetail("topic", topic).build();
    }

    private @Nullable TopicDescription describeTopic()
            throws ExecutionException, InterruptedException, TimeoutException {
        int millis = Math.toIntExact(PATIENCE.toMillis());
        return admin.describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(millis))
                .allTopicNames()
                .get(millis, TimeUnit.MILLISECONDS)
                .get(topic);
    }

    private static String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case UnknownTopicOrPartitionException _ -> "The topic does not exist yet";
            case org.apache.kafka.common.errors.TimeoutException _ -> silent();
            case null -> "Kafka gave no reason";
            default -> "Kafka refuses: " + failure.getMessage();
        };
    }

    private static String silent() {
        return "Kafka did not answer within " + PATIENCE.toSeconds() + " s";
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
