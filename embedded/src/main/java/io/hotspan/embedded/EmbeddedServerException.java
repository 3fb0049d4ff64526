package io.hotspan.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot run. Every message is a sentence that says what to do about it. */
public abstract sealed class EmbeddedServerException extends RuntimeException
        permits DataDirectoryException, MissingLibraryException, PortTakenException, ServerFailedException {

    protected EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
