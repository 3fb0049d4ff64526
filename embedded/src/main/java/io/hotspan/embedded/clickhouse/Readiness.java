package io.hotspan.embedded.clickhouse;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.PortTakenException;
import io.hotspan.embedded.ServerFailedException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until the child answers, or says from its log why it does not. */
record Readiness(Process process, ClickHouseConfig config) {

    private static final int POLL_MILLIS = 50;
    private static final int LOG_LINES = 12;

    void await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (!answers()) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw ended();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new ServerFailedException(
                            "ClickHouse did not answer within %d s. Its last log lines:%n%s"
                                    .formatted(timeout.toSeconds(), lastLines()),
                            null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("The wait for ClickHouse was interrupted.", e);
        }
    }

    private boolean answers() {
        try {
            URI ping = URI.create("http://%s:%d/ping".formatted(LoopbackPort.ADDRESS, config.httpPort()));
            HttpURLConnection connection = (HttpURLConnection) ping.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(1_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private RuntimeException ended() {
        String lines = lastLines();
        if (lines.contains("Address already in use")) {
            return new PortTakenException("ClickHouse", config.httpPort());
        }
        return new ServerFailedException(
                "ClickHouse ended while starting (exit code %d). Its last log lines, more in %s:%n%s"
                        .formatted(process.exitValue(), config.directory(), lines),
                null);
    }

    private String lastLines() {
        return tail(config.outputFile()) + tail(config.errorLogFile());
    }

    private static String tail(Path file) {
        try {
            // The engine may write bytes that are no UTF-8; this decodes them all the same.
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(
                            System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()))
                    + System.lineSeparator();
        } catch (IOException e) {
            return "";
        }
    }
}
