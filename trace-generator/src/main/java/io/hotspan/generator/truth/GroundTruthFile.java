package io.hotspan.generator.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.generator.trace.GeneratedTrace;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Appends one JSON line for every trace with a planted cause; healthy traces have no line. */
final class GroundTruthFile implements GroundTruth, AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final BufferedWriter writer;

    private GroundTruthFile(BufferedWriter writer) {
        this.writer = writer;
    }

    static GroundTruthFile append(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // Not a channel: the interrupt of a cancelled back-fill would close that for everybody.
            return new GroundTruthFile(
                    new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file.toFile(), true), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the ground truth to " + file
                            + "; set hotspan.generator.ground-truth-file to a file that can be written",
                    e);
        }
    }

    @Override
    public void record(GeneratedTrace trace, long startEpochNanos) {
        if (!trace.causes().isEmpty()) {
            write(json.writeValueAsString(TraceTruth.of(trace, startEpochNanos)));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    // Flushed line by line: an evaluation reads while traffic runs, and a planted cause is rare.
    private synchronized void write(String line) {
        try {
            writer.write(line);
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot append to the ground truth file", e);
        }
    }
}
