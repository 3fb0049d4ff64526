package io.hotspan.sampling.export;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Sends kept spans on, one request at a time, and commits after each answer: every span arrives at least once. However
 * long the endpoint takes, only this thread waits.
 */
final class SpanExporter implements SmartLifecycle, ConsumerRebalanceListener {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final long maxRequestBytes;
    private final OtlpEndpoint endpoint;
    private final ExportStatus status;

    private volatile CountDownLatch stopRequest = new CountDownLatch(0);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;
    private boolean revoked;

    SpanExporter(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            long maxRequestBytes,
            OtlpEndpoint endpoint,
            ExportStatus status) {
        this.consumers = consumers;
        this.topic = topic;
        this.maxRequestBytes = maxRequestBytes;
        this.endpoint = endpoint;
        this.status = status;
    }

    @Override
    public void start() {
        stopRequest = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("tail-sampler-export").start(this::run);
    }

    /** Ends at once; what is under way is sent again after the next start. */
    @Override
    public void stop() {
        stopRequest.countDown();
        Consumer<byte[], byte[]> current = consumer;
        Thread running = thread;
        if (current != null) {
            current.wakeup();
        }
        try {
            if (running != null) {
                running.join(GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopRequest.getCount() > 0;
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> member = consumers.get()) {
                consumer = member;
                member.subscribe(List.of(topic), this);
                while (isRunning()) {
                    turn(member);
                }
            } catch (WakeupException | InterruptException e) {
                // Stopping was asked for.
            } catch (RuntimeException e) {
                status.failed(e);
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void turn(Consumer<byte[], byte[]> member) {
        member.resume(member.paused());
        var records = member.poll(POLL);
        // Set by a rebalance while an answer is awaited; one within the poll above gave out nothing stale.
        revoked = false;
        for (ExportRequest request : ExportRequest.divide(records, maxRequestBytes)) {
            ExportAnswer answer = await(member, request);
            if (answer == null) {
                // What is left of the poll belongs to whoever has the partitions now, from the last commit on.
                return;
            }
            status.answered(request, answer);
            member.commitSync(request.end());
            status.lag(lag(member));
        }
    }

    /** The answer, or null if partitions have moved meanwhile. */
    private @Nullable ExportAnswer await(Consumer<byte[], byte[]> member, ExportRequest request) {
        CompletableFuture<@Nullable ExportAnswer> answer =
                endpoint.send(request.compressed()).toFuture();
        try {
            while (!revoked) {
                try {
                    return answer.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Paused, it hands out nothing, and the group sees that this member lives.
                    member.pause(member.assignment());
                    member.poll(Duration.ZERO);
                    status.lag(lag(member));
                }
            }
            return null;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        revoked = true;
    }

    /** Until the next turn: an answer may be awaited, and nobody would take what is polled. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.pause(partitions);
        }
    }

    private static long lag(Consumer<byte[], byte[]> member) {
        return member.assignment().stream()
                .mapToLong(partition -> member.currentLag(partition).orElse(0))
                .sum();
    }

    private void pause() {
        try {
            boolean _ = stopRequest.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopRequest.countDown();
        }
    }
}
