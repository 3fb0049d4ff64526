package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** The span table does not exist (yet): no writer has made it, or its name is configured wrongly. */
public final class TableMissingException extends SpanStoreException {
    public TableMissingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
