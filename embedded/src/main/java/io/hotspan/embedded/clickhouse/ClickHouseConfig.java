package io.hotspan.embedded.clickhouse;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server configuration, sized for a laptop that runs everything else as well. */
record ClickHouseConfig(Path directory, int httpPort, long maxMemoryBytes) {

    Path dataPath() {
        return directory.resolve("data");
    }

    Path logFile() {
        return directory.resolve("clickhouse.log");
    }

    Path errorLogFile() {
        return directory.resolve("clickhouse.error.log");
    }

    /** What the engine and the JVM around it print. */
    Path outputFile() {
        return directory.resolve("output.log");
    }

    Path configFile() {
        return directory.resolve("config.xml");
    }

    void write() throws IOException {
        Files.writeString(
                configFile(),
                template()
                        .replace("{httpPort}", Integer.toString(httpPort))
                        .replace("{log}", escape(logFile()))
                        .replace("{errorLog}", escape(errorLogFile()))
                        .replace("{maxMemoryBytes}", Long.toString(maxMemoryBytes)));
    }

    private static String template() throws IOException {
        try (InputStream resource = ClickHouseConfig.class.getResourceAsStream("config.xml")) {
            return new String(requireNonNull(resource, "config.xml").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escape(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;");
    }
}
