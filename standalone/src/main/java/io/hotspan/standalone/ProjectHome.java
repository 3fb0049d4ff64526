package io.hotspan.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the project's folder, where the plugin bundles and the ClickHouse engine lie. */
final class ProjectHome {

    private static final String PROPERTY = "hotspan.home";

    private ProjectHome() {}

    static Path find() {
        String stated = System.getProperty(PROPERTY);
        if (stated != null) {
            return Path.of(stated).toAbsolutePath().normalize();
        }
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve("grafana-plugins"))) {
                return directory;
            }
        }
        throw new StartException(
                "No Hotspan project at or above %s: start it with the project's ./demo, or name its folder with -D%s."
                        .formatted(start, PROPERTY));
    }
}
