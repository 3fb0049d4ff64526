package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
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
                answers.add(clients.submit(() ->
                        receiver.postProtobuf(batch(spans(first)).toByteArray()).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(receiver.topic().spans()).hasSize(CLIENTS * BATCHES * SPANS);
        }
    }

    private static Span.Builder[] spans(long first) {
        return LongStream.range(first, first + SPANS)
                .mapToObj(number -> span(number, 1))
                .toArray(Span.Builder[]::new);
    }
}
