package io.hotspan.writer.batch;

/** The table did not take the rows this time, for a reason that is not theirs. */
public final class TableUnavailableException extends Exception {
    public TableUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
