package io.hotspan.generator.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * When one request is repeated: as long as its failures are retryable and the deadline is ahead, after the wait the
 * receiver asked for, else after an exponential one with jitter. For one request and one thread.
 */
final class DeliveryRetry implements RetryPolicy {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration JITTER = Duration.ofMillis(100);

    private final InstantSource clock;
    private final Instant deadline;
    private final Runnable onRetry;
    private @Nullable Duration asked;

    DeliveryRetry(InstantSource clock, Instant deadline, Runnable onRetry) {
        this.clock = clock;
        this.deadline = deadline;
        this.onRetry = onRetry;
    }

    @Override
    public boolean shouldRetry(Throwable failure) {
        if (!(failure instanceof RetryableDeliveryException retryable)
                || !clock.instant().isBefore(deadline)) {
            return false;
        }
        asked = retryable.retryAfter();
        onRetry.run();
        return true;
    }

    @Override
    public BackOff getBackOff() {
        ExponentialBackOff exponential = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
        exponential.setMaxInterval(LONGEST_WAIT.toMillis());
        exponential.setJitter(JITTER.toMillis());
        return () -> {
            var waits = exponential.start();
            return () -> asked == null ? waits.nextBackOff() : asked.toMillis();
        };
    }
}
