package io.hotspan.receiver.kafka;

import static java.util.function.Function.identity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Creates the topic if it is missing, and opens it once every partition has a leader that answers. Before that, an
 * idempotent producer can have its first batch refused and its second one taken; then nothing of that partition is
 * confirmed until the first expires (KAFKA-15591).
 *
 * <p>Keeps trying where the broker is not there yet: the receiver may be the first to start.
 */
@Component
class TopicOpening implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicOpening.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final KafkaAdmin kafka;
    private final NewTopic topic;
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile Disposable opening = Disposables.disposed();

    TopicOpening(KafkaAdmin kafka, NewTopic topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    @Override
    public void start() {
        opening = Mono.fromCallable(this::open)
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .doBeforeRetry(retry -> log.warn(
                                "Topic {} cannot be written yet, trying on: {}",
                                topic.name(),
                                reason(retry.failure()))))
                .subscribe();
    }

    @Override
    public void stop() {
        opening.dispose();
    }

    @Override
    public boolean isRunning() {
        return !opening.isDisposed();
    }

    /** Before the servers take the first request, until they have answered the last one. */
    @Override
    public int getPhase() {
        return 0;
    }

    boolean isOpen() {
        return open.getCount() == 0;
    }

    /** Whether the topic is open, now or within this time. */
    boolean awaitOpen(long nanos) throws InterruptedException {
        return open.await(nanos, TimeUnit.NANOSECONDS);
    }

    private boolean open() throws ExecutionException, InterruptedException {
        create();
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            // Only leaders answer this.
            admin.listOffsets(partitions(admin).collect(Collectors.toMap(identity(), _ -> OffsetSpec.latest())))
                    .all()
                    .get();
        }
        open.countDown();
        return true;
    }

    private void create() {
        try {
            kafka.createOrModifyTopics(topic);
        } catch (RuntimeException e) {
            // Others may have made it for a receiver that may only write.
            log.warn("Topic {} was neither created nor changed: {}", topic.name(), reason(e));
        }
    }

    private Stream<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic.name())).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private static @Nullable String reason(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    }
}
