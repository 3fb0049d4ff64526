package io.hotspan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void missingDirectory_isMade() {
        try (DataDirectory opened = DataDirectory.open(directory.resolve("a/b c"))) {
            assertThat(opened.path()).isDirectory();
        }
    }

    @Test
    void fileInItsPlace_isRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose another directory");
    }

    @Test
    void lockedDirectory_isRefusedUntilClosed() {
        DataDirectory opened = DataDirectory.open(directory);
        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining("in use");
        opened.close();
        DataDirectory.open(directory).close();
    }
}
