package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** The query needed more memory, or gave more rows, than its limits allow. */
public final class QueryTooLargeException extends SpanStoreException {
    public QueryTooLargeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
