package io.hotspan.receiver.ingest;

import java.time.Duration;

/** As many bytes as may be are already being worked on; nothing of the request was used. */
public final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    OverloadedException(Duration retryAfter) {
        super("the receiver is busy; send the batch again in " + retryAfter.toMillis() + " ms");
        this.retryAfter = retryAfter;
    }

    /** When to come back. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Thrown under load, where a stack trace costs more than the rest of the answer. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
