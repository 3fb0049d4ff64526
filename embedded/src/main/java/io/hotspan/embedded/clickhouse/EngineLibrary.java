package io.hotspan.embedded.clickhouse;

import io.hotspan.embedded.MissingLibraryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds the shared library that holds the ClickHouse engine. */
record EngineLibrary(Path path) {

    static final String PROPERTY = "hotspan.clickhouse.library";
    /** The project's folder, where it is not at or above the working directory. */
    static final String HOME_PROPERTY = "hotspan.home";

    static final String VARIABLE = "HOTSPAN_CLICKHOUSE_LIBRARY";

    private static final String FILE_NAME = "libchdb.so";

    static EngineLibrary find() {
        Path start = Path.of(System.getProperty(HOME_PROPERTY, ""));
        return find(System.getProperties(), System.getenv(), start, Platform.current());
    }

    static EngineLibrary find(Properties properties, Map<String, String> environment, Path start, Platform platform) {
        String stated = properties.getProperty(PROPERTY, environment.get(VARIABLE));
        if (stated != null) {
            return stated(Path.of(stated));
        }
        Path relative = Path.of("embedded", "node_modules", "@chdb", platform.packageName(), FILE_NAME);
        for (@Nullable Path directory = start.toAbsolutePath(); directory != null; directory = directory.getParent()) {
            Path library = directory.resolve(relative);
            if (Files.isReadable(library)) {
                return new EngineLibrary(library);
            }
        }
        throw new MissingLibraryException(
                "The ClickHouse engine is not installed (no %s at or above %s): run `npm ci` in the project's embedded folder, or name the library in %s."
                        .formatted(relative, start.toAbsolutePath(), VARIABLE));
    }

    private static EngineLibrary stated(Path path) {
        if (!Files.isReadable(path)) {
            throw new MissingLibraryException(
                    "The ClickHouse engine is not at %s, where %s or the property %s says it is: correct or remove that setting."
                            .formatted(path, VARIABLE, PROPERTY));
        }
        return new EngineLibrary(path.toAbsolutePath());
    }
}
