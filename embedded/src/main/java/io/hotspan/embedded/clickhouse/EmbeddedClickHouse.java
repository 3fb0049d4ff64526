package io.hotspan.embedded.clickhouse;

import io.hotspan.embedded.DataDirectory;
import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.ServerFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running ClickHouse: the real engine in a child process, on its own HTTP port of 127.0.0.1. The child ends with this
 * process, however that ends; the data stays.
 */
public final class EmbeddedClickHouse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedClickHouse.class);
    private static final long STOP_SECONDS = 9;

    private final DataDirectory directory;
    private final int port;
    private final Process process;

    private EmbeddedClickHouse(DataDirectory directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Starts the engine and waits until it answers. Port 0 takes a free one. */
    public static EmbeddedClickHouse start(Path directory, int port) {
        return start(ClickHouseOptions.of(directory, port));
    }

    /** Starts the engine and waits until it answers. */
    public static EmbeddedClickHouse start(ClickHouseOptions options) {
        EngineLibrary library = EngineLibrary.find();
        int port = LoopbackPort.resolve("ClickHouse", options.port());
        DataDirectory directory = DataDirectory.open(options.directory());
        try {
            ClickHouseConfig config = new ClickHouseConfig(directory.path(), port, options.maxMemoryBytes());
            config.write();
            Process process = ChildJvm.start(library, config);
            EmbeddedClickHouse server = new EmbeddedClickHouse(directory, port, process);
            try {
                new Readiness(process, config).await(options.startTimeout());
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
            log.info("ClickHouse listens on {}, its data and logs are in {}", server.httpUrl(), directory.path());
            return server;
        } catch (IOException e) {
            directory.close();
            throw new ServerFailedException(
                    "ClickHouse could not be started from %s: %s".formatted(directory.path(), e.getMessage()), e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Where the server listens, such as {@code http://127.0.0.1:8123}. */
    public String httpUrl() {
        return "http://%s:%d".formatted(LoopbackPort.ADDRESS, port);
    }

    /** The JDBC URL of one database. */
    public String jdbcUrl(String database) {
        return "jdbc:clickhouse://%s:%d/%s".formatted(LoopbackPort.ADDRESS, port, database);
    }

    public int port() {
        return port;
    }

    /** The child process, for whoever watches its health. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the engine cleanly, by force only if it does not end in time. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Gone already.
        }
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("ClickHouse did not end within {} s and is killed; its data is safe", STOP_SECONDS);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            directory.close();
        }
    }
}
