package io.hotspan.receiver.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topic that spans go to; it is created if it is missing.
 *
 * @param name its name
 * @param partitions partitions of a new topic; later changes divide running traces
 * @param replicas copies of a new topic; -1 leaves it to the broker
 */
@ConfigurationProperties("hotspan.receiver.topic")
record TopicProperties(
        @DefaultValue("otel-traces-raw") String name,
        @DefaultValue("4") int partitions,
        @DefaultValue("-1") short replicas) {

    TopicProperties {
        if (name.isBlank()) {
            throw new IllegalArgumentException("hotspan.receiver.topic.name must not be blank");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("hotspan.receiver.topic.partitions must be at least 1");
        }
        if (replicas < 1 && replicas != -1) {
            throw new IllegalArgumentException("hotspan.receiver.topic.replicas must be at least 1, or -1");
        }
    }
}
