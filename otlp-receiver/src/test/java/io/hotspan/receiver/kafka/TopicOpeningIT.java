package io.hotspan.receiver.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.testing.TestServers;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.otlp.TracePart;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

class TopicOpeningIT {

    private static final int PARTITIONS = 4;
    private static final int CLIENTS = 16;
    private static final int PARTS = 500;

    private final Map<String, Object> brokers =
            Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers());

    // If nobody waits for leaders, this fails at one topic in four.
    @RepeatedTest(20)
    void burstAtTopicMadeThisMoment_isTakenWhole() throws Exception {
        TopicProperties topic = new TopicProperties(TestServers.kafka().freshPrefix() + "new", PARTITIONS, (short) 1);
        NewTopic newTopic = new NewTopic(topic.name(), PARTITIONS, topic.replicas());
        TopicOpening opening = new TopicOpening(new KafkaAdmin(brokers), newTopic);
        var producers = new DefaultKafkaProducerFactory<>(brokers, new StringSerializer(), new ByteArraySerializer());
        try (Admin admin = Admin.create(brokers);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            KafkaSpanLog spanLog = new KafkaSpanLog(
                    new KafkaTemplate<>(producers), topic, opening, Duration.ofSeconds(10), InstantSource.system());
            List<Future<Integer>> tooLarge = new ArrayList<>();
            admin.createTopics(List.of(newTopic)).all().get();
            opening.start();
            for (int client = 0; client < CLIENTS; client++) {
                List<TracePart> parts = parts(client);
                tooLarge.add(clients.submit(() -> spanLog.append(parts, Duration.ofSeconds(10))));
            }
            for (Future<Integer> refused : tooLarge) {
                assertThat(refused.get()).isZero();
            }
        } finally {
            opening.stop();
            producers.destroy();
        }
    }

    private static List<TracePart> parts(int client) {
        return LongStream.range(0, PARTS)
                .mapToObj(number -> new TracePart(new TraceId(client, number + 1), 1, new byte[300]))
                .toList();
    }
}
