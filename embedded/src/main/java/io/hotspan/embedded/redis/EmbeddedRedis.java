package io.hotspan.embedded.redis;

import io.hotspan.embedded.DataDirectory;
import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.PortTakenException;
import io.hotspan.embedded.ServerFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A running Redis in a child process, on a port of 127.0.0.1. Every write is in its append-only file within a second;
 * the data stays between runs. The child ends with this process, however that ends.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final int POLL_MILLIS = 10;

    /**
     * Redis knows nothing of its parent, so a shell waits for the end of a pipe that only the parent holds, and ends it
     * then. Where there is setsid, Ctrl-C does not end it before the parent has ended what uses it.
     */
    private static final String UNTIL_PARENT_ENDS = """
            trap '' INT
            exec 3<&0
            if command -v setsid >/dev/null; then set -- setsid "$@"; fi
            "$@" 3<&- </dev/null & redis=$!
            { cat >/dev/null; kill "$redis"; } <&3 2>/dev/null &
            exec 3<&-
            wait "$redis"
            """;

    private final DataDirectory directory;
    private final int port;
    private final Process process;

    private EmbeddedRedis(DataDirectory directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Starts Redis and waits until it listens. Port 0 takes a free one. */
    public static EmbeddedRedis start(Path directory, int port) {
        int free = LoopbackPort.resolve("Redis", port);
        DataDirectory data = DataDirectory.open(directory);
        try {
            Process process = new ProcessBuilder(command(data.path(), free))
                    .directory(data.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(data.path().resolve("redis.log").toFile())
                    .start();
            EmbeddedRedis server = new EmbeddedRedis(data, free, process);
            try {
                server.awaitListening();
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
            log.info("Redis listens on {}:{}, its data and log are in {}", LoopbackPort.ADDRESS, free, data.path());
            return server;
        } catch (IOException e) {
            data.close();
            throw new ServerFailedException(
                    "Redis could not be started from %s: %s".formatted(data.path(), e.getMessage()), e);
        }
    }

    /** Where it listens, such as {@code redis://127.0.0.1:6379}. */
    public String url() {
        return "redis://%s:%d".formatted(LoopbackPort.ADDRESS, port);
    }

    public int port() {
        return port;
    }

    /** Ends it cleanly, by force only if it does not end in time. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Gone already.
        }
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Redis did not end within {} s and is killed", STOP_TIMEOUT.toSeconds());
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            directory.close();
        }
    }

    private static List<String> command(Path directory, int port) throws IOException {
        // Not in a temporary directory, where a killed process would leave it behind.
        Path executable = ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .toPath();
        return List.of(
                "/bin/sh",
                "-c",
                UNTIL_PARENT_ENDS,
                "redis",
                executable.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                LoopbackPort.ADDRESS,
                "--dir",
                directory.toString(),
                "--appendonly",
                "yes",
                "--save",
                "");
    }

    private void awaitListening() {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        try {
            while (LoopbackPort.isFree(port)) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw ended();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new ServerFailedException(
                            "Redis did not listen in time. Its log:%n%s".formatted(log()), null);
                }
            }
            // Another process may have taken the port; ours ends then.
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw ended();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("The wait for Redis was interrupted.", e);
        }
    }

    private RuntimeException ended() {
        String output = log();
        return output.contains("Address already in use")
                ? new PortTakenException("Redis", port)
                : new ServerFailedException("Redis ended while starting. Its log:%n%s".formatted(output), null);
    }

    private String log() {
        try {
            return Files.readString(directory.path().resolve("redis.log"));
        } catch (IOException e) {
            return "(cannot be read)";
        }
    }
}
