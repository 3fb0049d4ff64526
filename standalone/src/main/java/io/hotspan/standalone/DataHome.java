package io.hotspan.standalone;

import io.hotspan.embedded.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data directory of one run, locked against a second one. */
record DataHome(DataDirectory directory) implements AutoCloseable {

    private static final List<String> DATA = List.of("clickhouse", "kafka", "redis");
    private static final String MARKER = "hotspan-data";

    static DataHome open(Path path, boolean fresh) {
        requireOurs(path);
        DataDirectory directory = DataDirectory.open(path);
        try {
            Path marker = directory.path().resolve(MARKER);
            if (!Files.exists(marker)) {
                Files.createFile(marker);
            }
            if (fresh) {
                for (String name : DATA) {
                    delete(directory.path().resolve(name));
                }
            }
            return new DataHome(directory);
        } catch (IOException e) {
            directory.close();
            throw new StartException(
                    "The data of earlier runs in %s cannot be removed (%s): remove it by hand or choose another --data-dir."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    Path clickHouse() {
        return directory.path().resolve("clickhouse");
    }

    Path kafka() {
        return directory.path().resolve("kafka");
    }

    Path redis() {
        return directory.path().resolve("redis");
    }

    @Override
    public void close() {
        directory.close();
    }

    /** A mistyped directory must not be filled, and with {@code --fresh} not emptied either. */
    private static void requireOurs(Path path) {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(MARKER))) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new StartException(
                        "%s holds files that are not Hotspan's: choose an empty or new --data-dir.".formatted(path));
            }
        } catch (IOException e) {
            throw new StartException(
                    "%s cannot be read: give this user the right to or choose another --data-dir.".formatted(path), e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
