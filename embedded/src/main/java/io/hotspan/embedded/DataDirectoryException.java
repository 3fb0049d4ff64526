package io.hotspan.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data directory cannot be written, is in use by another process, or its disk is full. */
public final class DataDirectoryException extends EmbeddedServerException {

    private final Path directory;

    DataDirectoryException(Path directory, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }
}
