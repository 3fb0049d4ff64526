package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** The query was cancelled before it ended, most often because its asker left. */
public final class QueryCancelledException extends SpanStoreException {
    public QueryCancelledException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
