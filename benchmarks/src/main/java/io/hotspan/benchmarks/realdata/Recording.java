package io.hotspan.benchmarks.realdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A folder of {@code *.csv.gz} files, one a minute.
 *
 * @param files in the order of their names, which is that of time
 */
record Recording(List<Path> files) {

    static Recording in(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(path -> path.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException(folder + " has no .csv.gz files");
            }
            return new Recording(files);
        }
    }

    void forEach(Consumer<RecordedSpan> consumer) throws IOException {
        for (Path file : files) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
                lines.readLine(); // the header
                lines.lines().map(RecordedSpan::parse).forEach(consumer);
            }
        }
    }
}
