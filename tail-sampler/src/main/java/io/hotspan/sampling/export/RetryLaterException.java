package io.hotspan.sampling.export;

import java.time.Duration;

/** The endpoint cannot take a request now, and names or does not name a time after which it may. */
final class RetryLaterException extends RuntimeException {

    private final transient Duration after;

    RetryLaterException(String message, Duration after) {
        super(message);
        this.after = after;
    }

    /** 0 if the endpoint did not say. */
    Duration after() {
        return after;
    }
}
