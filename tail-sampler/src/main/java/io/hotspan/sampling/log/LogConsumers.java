package io.hotspan.sampling.log;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.ingest.InputRecordDeserializer;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes consumers of what the sampler reads and writes: they see what is committed, begin where the log does, commit
 * nothing by themselves and create no topic. Everything else of theirs comes from {@code spring.kafka.consumer}.
 */
@Component
public final class LogConsumers {

    private final ConsumerFactory<byte[], byte[]> factory;

    public LogConsumers(ConsumerFactory<byte[], byte[]> factory) {
        this.factory = factory;
    }

    /** A consumer of raw records; it belongs to the group once it subscribes. */
    public Consumer<byte[], byte[]> bytes(String group, String clientId, Map<String, String> more) {
        return factory.createConsumer(group, clientId, "", settings(more));
    }

    /**
     * A consumer of the input, whose records are read as they are fetched.
     *
     * @param maxOperations operations of a service that are told apart in what is counted
     */
    public Consumer<byte[], InputRecord> input(
            String group, String clientId, int maxOperations, Map<String, String> more) {
        return new DefaultKafkaConsumerFactory<byte[], InputRecord>(
                        factory.getConfigurationProperties(),
                        new ByteArrayDeserializer(),
                        new InputRecordDeserializer(maxOperations))
                .createConsumer(group, clientId, "", settings(more));
    }

    /** A consumer of the input for those who count nothing. */
    public Consumer<byte[], InputRecord> uncountedInput(String group, String clientId) {
        return input(group, clientId, 1, Map.of());
    }

    private static Properties settings(Map<String, String> more) {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.putAll(more);
        return properties;
    }
}
