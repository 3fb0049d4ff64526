package io.hotspan.embedded;

/** The ClickHouse engine is not installed, or does not exist for this platform. */
public final class MissingLibraryException extends EmbeddedServerException {

    public MissingLibraryException(String message) {
        super(message, null);
    }
}
