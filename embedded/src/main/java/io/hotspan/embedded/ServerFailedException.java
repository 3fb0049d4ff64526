package io.hotspan.embedded;

import org.jspecify.annotations.Nullable;

/** A server was started but did not become ready, or ended by itself. */
public final class ServerFailedException extends EmbeddedServerException {

    public ServerFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
