package io.hotspan.standalone;

import java.nio.file.Path;

/**
 * What the command line asks for.
 *
 * @param home the project's folder
 * @param dataDirectory where data and logs lie
 * @param fresh whether to forget the data of earlier runs
 * @param tracesPerSecond pace of the traffic; 0 for none
 * @param pagePort port of the page
 * @param otlpGrpcPort port of OTLP over gRPC
 * @param otlpHttpPort port of OTLP over HTTP
 */
record StandaloneSettings(
        Path home,
        Path dataDirectory,
        boolean fresh,
        double tracesPerSecond,
        int pagePort,
        int otlpGrpcPort,
        int otlpHttpPort) {

    StandaloneSettings {
        home = home.toAbsolutePath().normalize();
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        if (!(tracesPerSecond >= 0 && tracesPerSecond <= 1_000_000)) {
            throw new StartException("--rate must be between 0 and 1000000 traces per second.");
        }
        requirePort("--port", pagePort);
        requirePort("--otlp-grpc-port", otlpGrpcPort);
        requirePort("--otlp-http-port", otlpHttpPort);
    }

    boolean hasTraffic() {
        return tracesPerSecond > 0;
    }

    Path logFile() {
        return dataDirectory.resolve("logs").resolve("hotspan.log");
    }

    /** Tells the logging configuration where to write; before the first line is logged. */
    void prepareLogging() {
        System.setProperty("hotspan.log", logFile().toString());
        // Each of the contexts would configure Logback anew, and the last one to end would stop it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    private static void requirePort(String option, int port) {
        if (port < 1 || port > 65_535) {
            throw new StartException("%s must be a port between 1 and 65535, not %d.".formatted(option, port));
        }
    }
}
