package io.hotspan.sampling.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.testing.TestServers;
import io.hotspan.sampling.TailSamplerApplication;
import io.hotspan.sampling.account.Account;
import io.hotspan.service.HotspanService;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Topics of their own on the shared broker, and samplers that work on them. */
final class SamplerHarness implements AutoCloseable {

    static final int PARTITIONS = 3;

    final String prefix = TestServers.kafka().freshPrefix();
    private final String brokers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<ConfigurableApplicationContext> samplers = new ArrayList<>();

    SamplerHarness() {
        this(TestServers.kafka().bootstrapServers());
    }

    SamplerHarness(String brokers) {
        this.brokers = brokers;
        // One request at a time: on a busy machine the first ones to a new topic may otherwise be refused for their
        // order.
        Map<String, Object> config =
                Map.of("bootstrap.servers", brokers, "linger.ms", 5, "max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", brokers));
        admin.createTopics(List.of(new NewTopic(prefix + "raw", PARTITIONS, (short) 1)))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** The settings of a sampler on these topics, for this JVM or another. */
    String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + brokers,
                "--hotspan.sampler.group-id=" + prefix + "sampler",
                "--hotspan.sampler.topics.input=" + prefix + "raw",
                "--hotspan.sampler.topics.output=" + prefix + "sampled",
                "--hotspan.sampler.topics.decisions=" + prefix + "decisions",
                "--hotspan.sampler.topics.rollups=" + prefix + "rollups",
                "--hotspan.sampler.topics.dead-letter=" + prefix + "raw.dlt",
                "--hotspan.sampler.topics.partitions=1",
                "--hotspan.sampler.topics.replication-factor=1",
                "--hotspan.sampler.inactivity=1s",
                "--hotspan.sampler.transaction.interval=100ms",
                "--hotspan.sampler.transaction.timeout=5s",
                "--hotspan.sampler.revival.interval=300ms",
                "--hotspan.sampler.concurrency=1"));
        for (String argument : more) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(earlier -> earlier.startsWith(name));
            arguments.add(argument);
        }
        return arguments.toArray(String[]::new);
    }

    ConfigurableApplicationContext start(String... more) {
        ConfigurableApplicationContext sampler =
                HotspanService.run(TailSamplerApplication.class, "tail-sampler", arguments(more));
        samplers.add(sampler);
        return sampler;
    }

    void stop(ConfigurableApplicationContext sampler) {
        samplers.remove(sampler);
        sampler.close();
    }

    Account account(ConfigurableApplicationContext sampler) {
        return sampler.getBean(TailSampler.class).account();
    }

    void send(TraceId trace, byte[] message) {
        send(trace.toString(), message);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush() waits for all
    void send(String key, byte[] message) {
        producer.send(new ProducerRecord<>(prefix + "raw", key.getBytes(US_ASCII), message));
    }

    /** Sends as somebody does who hashes keys in another way. */
    @SuppressWarnings("FutureReturnValueIgnored") // flush() waits for all
    void send(TraceId trace, byte[] message, int partition) {
        byte[] key = trace.toString().getBytes(US_ASCII);
        producer.send(new ProducerRecord<>(prefix + "raw", partition, key, message));
    }

    /** Sends a record of another time than now. */
    @SuppressWarnings("FutureReturnValueIgnored") // flush() waits for all
    void send(TraceId trace, byte[] message, Instant at) {
        byte[] key = trace.toString().getBytes(US_ASCII);
        producer.send(new ProducerRecord<>(prefix + "raw", 0, at.toEpochMilli(), key, message));
    }

    void flush() {
        producer.flush();
    }

    /** What is committed on a topic now, after every open transaction has ended. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        forEach(topic, found::add);
        return found;
    }

    /** The same, one record at a time. */
    void forEach(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", brokers, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(prefix + topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = uncommittedEnds(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(action);
            }
        }
    }

    List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        read("decisions").forEach(record -> DecisionReader.forEach(record.value(), decisions::add));
        return decisions;
    }

    Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(prefix + "sampler")
                .partitionsToOffsetAndMetadata()
                .get();
    }

    /** Removes so many records from the beginning of the trace's input partition, as retention does. */
    void deleteFirstRecordsOf(TraceId trace, long count) throws ExecutionException, InterruptedException {
        int partition = read("raw").stream()
                .filter(record -> new String(record.key(), US_ASCII).equals(trace.toString()))
                .findFirst()
                .orElseThrow()
                .partition();
        admin.deleteRecords(Map.of(new TopicPartition(prefix + "raw", partition), RecordsToDelete.beforeOffset(count)))
                .all()
                .get();
    }

    /** Names of all consumer groups of these topics' samplers. */
    Set<String> groups() throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    /** Where each partition of a topic ends. */
    Map<TopicPartition, Long> ends(String topic) {
        return uncommittedEnds(read(topic).stream()
                .map(record -> new TopicPartition(record.topic(), record.partition()))
                .distinct()
                .toList());
    }

    boolean exists(String topic) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().contains(prefix + topic);
    }

    /** Fails unless every trace with a record below these input offsets has a decision. */
    void assertAllDecidedBelow(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Set<TraceId> decided = decisions().stream()
                .map(decision -> new TraceId(decision.high(), decision.low()))
                .collect(Collectors.toSet());
        for (ConsumerRecord<byte[], byte[]> record : read("raw")) {
            OffsetAndMetadata committed = offsets.get(new TopicPartition(record.topic(), record.partition()));
            if (committed != null && record.offset() < committed.offset()) {
                assertThat(decided).contains(TraceId.parse(new String(record.key(), US_ASCII)));
            }
        }
    }

    static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        List.copyOf(samplers).forEach(this::stop);
        producer.close();
        admin.close();
    }

    private Map<TopicPartition, Long> uncommittedEnds(List<TopicPartition> partitions) {
        Map<String, Object> config = Map.of("bootstrap.servers", brokers);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            return consumer.endOffsets(partitions);
        }
    }
}
