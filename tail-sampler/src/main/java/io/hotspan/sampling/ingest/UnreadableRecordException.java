package io.hotspan.sampling.ingest;

/** A record no decision can be made about. The message says why, for the reader of the dead-letter topic. */
public final class UnreadableRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
