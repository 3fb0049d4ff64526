package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties.Topics;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates the topics written, with at least as many partitions as the input has. */
final class SamplerTopics {

    // A kept record is its input record plus a few bytes of trace state a span, so it may not fit where that did.
    private static final String MAX_MESSAGE_BYTES = Integer.toString(16 << 20);

    private final KafkaAdmin admin;
    private final Topics topics;

    SamplerTopics(KafkaAdmin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** Creates what is missing and adds partitions where there are too few; may be called at any time. */
    void ensure() {
        int partitions = Math.max(topics.partitions(), inputPartitions());
        admin.createOrModifyTopics(
                topic(topics.output(), partitions).build(),
                topic(topics.deadLetter(), partitions).build(),
                topic(topics.rollups(), partitions).build(),
                topic(topics.decisions(), partitions)
                        .config(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(topics.decisionRetention().toMillis()))
                        .build());
    }

    private int inputPartitions() {
        try {
            Map<String, TopicDescription> found = admin.describeTopics(topics.input());
            return found.values().stream()
                    .mapToInt(topic -> topic.partitions().size())
                    .max()
                    .orElse(0);
        } catch (RuntimeException e) {
            if (hasCause(e, UnknownTopicOrPartitionException.class)) {
                return 0;
            }
            throw e;
        }
    }

    private TopicBuilder topic(String name, int partitions) {
        return TopicBuilder.name(name)
                .partitions(partitions)
                .replicas(topics.replicationFactor())
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_MESSAGE_BYTES);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
