package io.hotspan.writer.batch;

/** The table will never take these rows; some of them, without the others, it may. */
public final class RowsRejectedException extends Exception {
    public RowsRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
