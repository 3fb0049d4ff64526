package io.hotspan.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.embedded.MissingLibraryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLibraryTest {

    @TempDir
    private Path directory;

    @Test
    void property_winsOverVariable() throws IOException {
        Path stated = Files.createFile(directory.resolve("a.so"));
        Properties properties = new Properties();
        properties.put(EngineLibrary.PROPERTY, stated.toString());
        Map<String, String> environment = Map.of(EngineLibrary.VARIABLE, "elsewhere.so");
        assertThat(EngineLibrary.find(properties, environment, directory, Platform.LINUX_X64)
                        .path())
                .isEqualTo(stated);
    }

    @Test
    void package_isFoundFromAFolderBelowTheProject() throws IOException {
        Path installed = Files.createDirectories(directory.resolve("embedded/node_modules/@chdb/lib-darwin-arm64"))
                .resolve("libchdb.so");
        Files.createFile(installed);
        Path below = Files.createDirectories(directory.resolve("standalone/target"));
        assertThat(EngineLibrary.find(new Properties(), Map.of(), below, Platform.MACOS_ARM64)
                        .path())
                .isEqualTo(installed);
    }

    @Test
    void missingPackage_saysHowToInstallIt() {
        assertThatThrownBy(() -> EngineLibrary.find(new Properties(), Map.of(), directory, Platform.LINUX_X64))
                .isInstanceOf(MissingLibraryException.class)
                .hasMessageContaining("run `npm ci` in the project's embedded folder");
    }

    @Test
    void wrongVariable_isNamed() {
        Map<String, String> environment = Map.of(EngineLibrary.VARIABLE, "/nowhere/libchdb.so");
        assertThatThrownBy(() -> EngineLibrary.find(new Properties(), environment, directory, Platform.LINUX_X64))
                .isInstanceOf(MissingLibraryException.class)
                .hasMessageContaining("/nowhere/libchdb.so");
    }

    @Test
    void unsupportedPlatform_isNamed() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .isInstanceOf(MissingLibraryException.class)
                .hasMessageContaining("Windows 11 amd64");
        assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(Platform.MACOS_ARM64);
        assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM64);
    }
}
