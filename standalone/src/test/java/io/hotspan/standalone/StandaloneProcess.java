package io.hotspan.standalone;

import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Hotspan in a process of its own, as {@code ./demo} starts it. */
final class StandaloneProcess implements AutoCloseable {

    static final Duration START = Duration.ofMinutes(2);
    static final Duration STOP = Duration.ofSeconds(10);

    private final Process process;
    private final Path output;
    private final int pagePort;
    private final int otlpHttpPort;

    private StandaloneProcess(Process process, Path output, int pagePort, int otlpHttpPort) {
        this.process = process;
        this.output = output;
        this.pagePort = pagePort;
        this.otlpHttpPort = otlpHttpPort;
    }

    static StandaloneProcess start(Path dataDirectory, String... more) throws IOException {
        int pagePort = LoopbackPort.free();
        int otlpHttpPort = LoopbackPort.free();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx640m",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneApplication.class.getName(),
                "--port=" + pagePort,
                "--otlp-grpc-port=" + LoopbackPort.free(),
                "--otlp-http-port=" + otlpHttpPort,
                "--data-dir=" + dataDirectory));
        command.addAll(List.of(more));
        Path output = Files.createTempFile("hotspan-", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new StandaloneProcess(process, output, pagePort, otlpHttpPort);
    }

    StandaloneProcess awaitReady() throws IOException {
        await().atMost(START).until(() -> output().contains("Ready after") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("It ended: " + output());
        }
        return this;
    }

    int awaitEnd() {
        await().atMost(START).until(() -> !process.isAlive());
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    Process process() {
        return process;
    }

    List<ProcessHandle> children() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return children.toList();
        }
    }

    String pageUrl() {
        return "http://localhost:" + pagePort;
    }

    String otlpHttpUrl() {
        return "http://localhost:" + otlpHttpPort;
    }

    /** The address of a service, as printed at the start. */
    String serviceUrl(String name) throws IOException {
        return output().lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(line.indexOf("http")).replaceFirst(" .*", ""))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.delete(output);
    }
}
