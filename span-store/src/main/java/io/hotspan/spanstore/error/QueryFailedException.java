package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** The server refused the statement itself: a fault of ours. */
public final class QueryFailedException extends SpanStoreException {
    public QueryFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
