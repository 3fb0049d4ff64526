package io.hotspan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.embedded.DataDirectoryException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHomeTest {

    @TempDir
    private Path directory;

    @Test
    void secondStart_findsTheDataOfTheFirst() throws Exception {
        Path kept = fill();
        DataHome.open(directory, false).close();
        assertThat(kept).exists();
    }

    @Test
    void freshStart_removesData() throws Exception {
        Path kept = fill();
        DataHome.open(directory, true).close();
        assertThat(kept).doesNotExist();
    }

    @Test
    void directoryInUse_isRefused() {
        DataHome first = DataHome.open(directory, false);
        try (first) {
            assertThatThrownBy(() -> DataHome.open(directory, true)).isInstanceOf(DataDirectoryException.class);
        }
    }

    @Test
    void directoryOfSomethingElse_isRefused() throws Exception {
        Files.createFile(directory.resolve("thesis.odt"));
        assertThatThrownBy(() -> DataHome.open(directory, true))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("holds files that are not Hotspan's");
        assertThat(directory.resolve("thesis.odt")).exists();
    }

    private Path fill() throws Exception {
        try (DataHome data = DataHome.open(directory, false)) {
            Path file = Files.createDirectories(data.kafka().resolve("log")).resolve("segment");
            return Files.createFile(file);
        }
    }
}
