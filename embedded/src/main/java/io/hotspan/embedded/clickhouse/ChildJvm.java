package io.hotspan.embedded.clickhouse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts {@link ClickHouseProcess} in a JVM of its own, so that a fault in native code does not take the services down.
 */
final class ChildJvm {

    private ChildJvm() {}

    static Process start(EngineLibrary library, ClickHouseConfig config) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xms4m",
                "-Xmx16m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                ClickHouseProcess.class.getName(),
                library.path().toString(),
                config.configFile().toString(),
                config.dataPath().toString());
        return new ProcessBuilder(command)
                .directory(config.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(config.outputFile().toFile())
                .start();
    }

    private static String classPath() {
        try {
            var source = ChildJvm.class.getProtectionDomain().getCodeSource();
            if (source != null && source.getLocation().getProtocol().equals("file")) {
                Path location = Path.of(source.getLocation().toURI());
                if (Files.exists(location)) {
                    return location.toString();
                }
            }
        } catch (URISyntaxException e) {
            // The whole class path has it too.
        }
        return System.getProperty("java.class.path");
    }
}
