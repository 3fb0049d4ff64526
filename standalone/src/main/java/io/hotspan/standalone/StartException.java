package io.hotspan.standalone;

import org.jspecify.annotations.Nullable;

/** Hotspan cannot start. The message is a sentence that says what to do. */
final class StartException extends RuntimeException {

    StartException(String message) {
        this(message, null);
    }

    StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
