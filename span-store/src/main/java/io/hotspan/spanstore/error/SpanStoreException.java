package io.hotspan.spanstore.error;

import org.jspecify.annotations.Nullable;

/** A question the store did not answer; each outcome that a caller treats apart has a type of its own. */
public abstract sealed class SpanStoreException extends RuntimeException
        permits InvalidPatternException,
                QueryCancelledException,
                QueryFailedException,
                QueryTimeoutException,
                QueryTooLargeException,
                SchemaTooNewException,
                StoreUnavailableException,
                TableMissingException {

    private final String message;

    SpanStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
