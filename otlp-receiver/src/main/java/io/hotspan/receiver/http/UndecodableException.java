package io.hotspan.receiver.http;

import org.jspecify.annotations.Nullable;

/** A body that is not what its headers say. */
final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1L;

    UndecodableException(@Nullable String message) {
        super(message);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
