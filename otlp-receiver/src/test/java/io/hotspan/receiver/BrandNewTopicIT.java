package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first spans ever, to a topic whose partitions may not have leaders yet. */
class BrandNewTopicIT {

    private static final int CLIENTS = 16;
    private static final int BATCHES = 10;
    private static final int SPANS = 500;

    @TempDir
    private Path directory;

    @Test
    void burstAtOnce_isTakenWhole() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0);
                RunningReceiver receiver = RunningReceiver.startAgainst(broker.bootstrapServers());
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS * BATCHES; i++) {
                long first = (long) i * SPANS;
                answers.add(clients.submit(() -> post(receiver, first)));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(receiver.topic().spans()).hasSize(CLIENTS * BATCHES * SPANS);
        }
    }

    @Test
    void topicMadeAnew_isWrittenAgain() throws Exception {
        try (RunningReceiver receiver = RunningReceiver.start();
                Admin admin = Admin.create(
                        Map.of("bootstrap.servers", receiver.topic().bootstrapServers()))) {
            String topic = receiver.topic().topic();
            assertThat(post(receiver, 0)).isEqualTo(200);

            admin.deleteTopics(List.of(topic)).all().get();
            Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic));
            admin.createTopics(List.of(new NewTopic(topic, 4, (short) 1))).all().get();

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> post(receiver, SPANS) == 200);
            assertThat(receiver.topic().spans()).hasSizeGreaterThanOrEqualTo(SPANS);
        }
    }

    private static int post(RunningReceiver receiver, long first) {
        return receiver.postProtobuf(batch(spans(first)).toByteArray()).statusCode();
    }

    private static Span.Builder[] spans(long first) {
        return LongStream.range(first, first + SPANS)
                .mapToObj(number -> span(number, 1))
                .toArray(Span.Builder[]::new);
    }
}
