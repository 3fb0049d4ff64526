package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.log.LogConsumers;
import io.hotspan.sampling.revive.LogReaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.TransactionIdSuffixStrategy;

/** Makes clients the way exactly-once needs them; everything else of theirs comes from {@code spring.kafka}. */
final class KafkaClients {

    private final LogConsumers consumers;
    private final Map<String, Object> producerSettings;
    private final SamplerProperties settings;
    private final String instanceId;

    KafkaClients(
            LogConsumers consumers, ProducerFactory<?, ?> producers, SamplerProperties settings, String instanceId) {
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
        String client = instanceId + "-" + worker;
        return consumers.input(
                settings.groupId(),
                client,
                settings.rollups().maxOperations(),
                settings.instanceId().isEmpty() ? Map.of() : Map.of(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, client));
    }

    /** Readers outside the group for traces that come back; their spans are not counted again. */
    LogReaders logReaders(int worker) {
        return new LogReaders() {
            @Override
            public Consumer<byte[], InputRecord> input() {
                return consumers.uncountedInput(settings.groupId(), instanceId + "-" + worker + "-revival");
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
        return consumers.bytes(settings.groupId(), instanceId + "-" + worker + "-decisions", Map.of());
    }

    /** A reader outside the group, that sees the ends of topics with open transactions included. */
    Consumer<byte[], byte[]> uncommittedReader(int worker) {
        return consumers.bytes(
                settings.groupId(),
                instanceId + "-" + worker + "-ends",
                Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted"));
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
