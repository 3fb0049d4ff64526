package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** A newer release has migrated the tables; this one does not know what it would be writing to. */
public final class SchemaTooNewException extends SpanStoreException {
    public SchemaTooNewException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
