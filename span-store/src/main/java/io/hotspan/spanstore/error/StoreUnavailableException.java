package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** ClickHouse cannot be reached, refuses the user or has no room for another query; worth trying again. */
public final class StoreUnavailableException extends SpanStoreException {
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
