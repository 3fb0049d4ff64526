package io.hotspan.writer.consumer;

import io.hotspan.writer.WriterProperties;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** The topic this service writes; the one it reads is its writer's to make. */
    @Bean
    NewTopic deadLetterTopic(WriterProperties properties) {
        return TopicBuilder.name(properties.deadLetterTopic()).partitions(1).build();
    }
}
