package io.hotspan.generator.bulk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Trying again later may help: the receiver is away, overloaded or throttling. */
final class RetryableDeliveryException extends DeliveryException {

    private final @Nullable Duration retryAfter;

    RetryableDeliveryException(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    RetryableDeliveryException(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = null;
    }

    /** How long the receiver asked to wait, or null. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
