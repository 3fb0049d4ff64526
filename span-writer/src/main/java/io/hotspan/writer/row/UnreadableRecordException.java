package io.hotspan.writer.row;

import org.jspecify.annotations.Nullable;

/** A record that is not spans, or has one that no row can hold; the message says why, for its dead letter. */
public final class UnreadableRecordException extends Exception {
    UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
