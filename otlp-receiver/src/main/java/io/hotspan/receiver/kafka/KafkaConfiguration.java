package io.hotspan.receiver.kafka;

import io.hotspan.receiver.ingest.IngestProperties;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** Room for a record's key, headers and framing, as Kafka counts them before compression. */
    private static final int RECORD_OVERHEAD = 4 * 1024;

    @Bean
    NewTopic rawSpans(TopicProperties topic, IngestProperties ingest) {
        TopicBuilder builder = TopicBuilder.name(topic.name())
                .partitions(topic.partitions())
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(maxRequestBytes(ingest)));
        return topic.replicas() == -1
                ? builder.build()
                : builder.replicas(topic.replicas()).build();
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer recordSize(IngestProperties ingest) {
        return factory ->
                factory.updateConfigs(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRequestBytes(ingest)));
    }

    /** Failed sends are counted and logged by batch; one line a record would fill the disk while Kafka is away. */
    @Bean
    ProducerListener<Object, Object> silentProducerListener() {
        return new ProducerListener<>() {};
    }

    private static int maxRequestBytes(IngestProperties ingest) {
        return Math.toIntExact(ingest.maxRecordSize().toBytes()) + RECORD_OVERHEAD;
    }
}
