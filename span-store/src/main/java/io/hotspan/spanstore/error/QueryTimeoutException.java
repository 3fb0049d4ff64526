package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** The query ran longer than its limit; a shorter range or a narrower filter answers sooner. */
public final class QueryTimeoutException extends SpanStoreException {
    public QueryTimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
