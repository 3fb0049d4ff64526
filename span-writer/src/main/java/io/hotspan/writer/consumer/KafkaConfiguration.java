package io.hotspan.writer.consumer;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.batch.DeadLetterTopic;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** Whatever fitted the source fits here with the reason added: a letter that cannot be sent stops its partition. */
    private static final String MAX_LETTER_BYTES = String.valueOf(32 << 20);

    /**
     * The topic this service writes; the one it reads is its writer's to make. Made before the first letter and not at
     * start, so that a start while Kafka is away neither waits for it nor leaves it unmade.
     */
    @Bean
    DeadLetterTopic deadLetterTopic(WriterProperties properties, KafkaAdmin admin) {
        NewTopic topic = TopicBuilder.name(properties.deadLetterTopic())
                .partitions(1)
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_LETTER_BYTES)
                .build();
        return () -> admin.createOrModifyTopics(topic);
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer letterSize() {
        return factory -> factory.updateConfigs(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_LETTER_BYTES));
    }
}
