package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** A regular expression in a filter is not RE2 syntax: the asker's fault, and the message says which. */
public final class InvalidPatternException extends SpanStoreException {
    public InvalidPatternException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
