package io.hotspan.receiver.ingest;

/** The log did not confirm the spans; trying again later may help. */
public final class SpanLogUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public SpanLogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
