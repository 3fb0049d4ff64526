package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.ingest.InputRecordDeserializer;
import io.hotspan.sampling.revive.LogReaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.TransactionIdSuffixStrategy;

/** Makes clients the way exactly-once needs them; everything else of theirs comes from {@code spring.kafka}. */
final class KafkaClients {

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Map<String, Object> producerSettings;
    private final SamplerProperties settings;
    private final String instanceId;

    KafkaClients(
            ConsumerFactory<byte[], byte[]> consumers,
            ProducerFactory<?, ?> producers,
            SamplerProperties settings,
            String instanceId) {
        this.consumers = consumers;
        this.producerSettings = producers.getConfigurationProperties();
        this.settings = settings;
        this.instanceId = instanceId;
    }

    /** By what name this sampler is known. */
    String instanceId() {
        return instanceId;
    }

    /**
     * A member of the group. One of a named instance is a static member: after a crash its successor takes its place at
     * once instead of waiting for the session timeout.
     */
    Consumer<byte[], InputRecord> groupMember(int worker) {
        Properties properties = consumerSettings("read_committed");
        if (!settings.instanceId().isEmpty()) {
            properties.setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instanceId + "-" + worker);
        }
        return inputConsumer(settings.rollups().maxOperations(), "-" + worker, properties);
    }

    /** Readers outside the group for traces that come back; spans are not counted again, hence one operation. */
    LogReaders logReaders(int worker) {
        return new LogReaders() {
            @Override
            public Consumer<byte[], InputRecord> input() {
                return inputConsumer(1, "-" + worker + "-revival", consumerSettings("read_committed"));
            }

            @Override
            public Consumer<byte[], byte[]> decisions() {
                return reader(worker);
            }

            @Override
            public String decisionsTopic() {
                return settings.topics().decisions();
            }
        };
    }

    /** A reader outside the group, of what is committed. */
    Consumer<byte[], byte[]> reader(int worker) {
        return consumers.createConsumer(
                settings.groupId(), instanceId, "-" + worker + "-decisions", consumerSettings("read_committed"));
    }

    /** A reader outside the group, that sees the ends of topics with open transactions included. */
    Consumer<byte[], byte[]> uncommittedReader(int worker) {
        return consumers.createConsumer(
                settings.groupId(), instanceId, "-" + worker + "-ends", consumerSettings("read_uncommitted"));
    }

    /** Makes the one producer of a worker; a new one of the same worker fences the one before. */
    DefaultKafkaProducerFactory<byte[], byte[]> producers(int worker) {
        Map<String, Object> config = new HashMap<>(producerSettings);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(settings.transaction().timeout().toMillis()));
        config.put(ProducerConfig.CLIENT_ID_CONFIG, settings.groupId() + "-" + instanceId + "-" + worker);
        var factory = new DefaultKafkaProducerFactory<byte[], byte[]>(
                config, new ByteArraySerializer(), new ByteArraySerializer());
        factory.setTransactionIdPrefix(settings.groupId() + "-" + instanceId + "-");
        factory.setTransactionIdSuffixStrategy(new FixedSuffix(Integer.toString(worker)));
        factory.setPhysicalCloseTimeout((int) Duration.ofSeconds(5).toSeconds());
        return factory;
    }

    private Consumer<byte[], InputRecord> inputConsumer(int maxOperations, String suffix, Properties properties) {
        return new DefaultKafkaConsumerFactory<byte[], InputRecord>(
                        consumers.getConfigurationProperties(),
                        new ByteArrayDeserializer(),
                        new InputRecordDeserializer(maxOperations))
                .createConsumer(settings.groupId(), instanceId, suffix, properties);
    }

    private static Properties consumerSettings(String isolation) {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return properties;
    }

    /** Counting up, as is the default, would leave the predecessor's transaction open until its timeout. */
    private record FixedSuffix(String suffix) implements TransactionIdSuffixStrategy {

        @Override
        public String acquireSuffix(@Nullable String prefix) {
            return suffix;
        }

        @Override
        public void releaseSuffix(@Nullable String prefix, @Nullable String used) {}
    }
}
