package io.hotspan.writer.consumer;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.batch.SpanTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the consumer running: prepares the table, reads, and begins anew after a failure. */
@Component("writerHealthIndicator")
class ConsumerLoop implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(ConsumerLoop.class);

    /** Half the time after which Kafka gives a silent consumer's partitions to others. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration STOP = Duration.ofSeconds(7);

    private final SpanConsumer consumer;
    private final SpanTable table;
    private final WriterProperties.Retry retry;
    private final InstantSource clock = InstantSource.system();
    private volatile CountDownLatch stopRequest = new CountDownLatch(0);
    private volatile Instant lastPoll = Instant.EPOCH;
    private volatile @Nullable String failure;
    private @Nullable Thread thread;

    ConsumerLoop(SpanConsumer consumer, SpanTable table, WriterProperties properties) {
        this.consumer = consumer;
        this.table = table;
        this.retry = properties.retry();
    }

    @Override
    public void start() {
        stopRequest = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("span-writer").start(this::run);
    }

    @Override
    public void stop() {
        stopRequest.countDown();
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(STOP)) {
                running.interrupt();
            }
        } catch (InterruptedException stopped) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public Health health() {
        String reason = failure;
        if (reason != null) {
            return Health.down().withDetail("error", reason).build();
        }
        return lastPoll.plus(SILENCE).isBefore(clock.instant())
                ? Health.down()
                        .withDetail("error", "Kafka has not been read since " + lastPoll)
                        .build()
                : Health.up().build();
    }

    private void run() {
        Duration pause = retry.firstDelay();
        while (isWanted()) {
            try {
                table.prepare();
                failure = null;
                pause = retry.firstDelay();
                consumer.run(this::isWanted, () -> lastPoll = clock.instant());
            } catch (RuntimeException failed) {
                failure = String.valueOf(failed.getMessage());
                log.warn("The writer stands still, next try in {}: {}", pause, failed.getMessage(), failed);
                pause = pause(pause);
            }
        }
    }

    private boolean isWanted() {
        return stopRequest.getCount() > 0;
    }

    /** Ends early if stopping is asked for; returns how long to pause the next time. */
    private Duration pause(Duration pause) {
        try {
            if (stopRequest.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException stopped) {
            stopRequest.countDown();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(retry.maxDelay()) > 0 ? retry.maxDelay() : doubled;
    }
}
