package io.hotspan.standalone;

import io.hotspan.embedded.EmbeddedServerException;
import io.hotspan.embedded.LoopbackPort;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code ./demo}. */
@Command(
        name = "demo",
        usageHelpWidth = 100,
        sortOptions = false,
        mixinStandardHelpOptions = true,
        version = "Hotspan 0.1.0",
        description = "Starts Hotspan on this machine: ClickHouse, Kafka, every service, traffic and the page.",
        footer = {"", "Ctrl-C ends everything; a second Ctrl-C ends it at once. Data is kept for the next start."})
final class StandaloneCommand implements Callable<Integer> {

    @Option(names = "--rate", paramLabel = "<traces/s>", description = "Traces per second (default: ${DEFAULT-VALUE}).")
    private double rate = 50;

    @Option(names = "--no-traffic", description = "Start without traffic of its own; send yours to the OTLP ports.")
    private boolean noTraffic;

    @Option(
            names = "--data-dir",
            paramLabel = "<dir>",
            description = "Where data and logs lie, kept between runs (default: .hotspan in the project).")
    private @Nullable Path dataDirectory;

    @Option(names = "--fresh", description = "Forget the data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--port", paramLabel = "<port>", description = "Port of the page (default: ${DEFAULT-VALUE}).")
    private int port = 3000;

    @Option(
            names = "--otlp-grpc-port",
            paramLabel = "<port>",
            description = "Port of OTLP over gRPC (default: ${DEFAULT-VALUE}).")
    private int otlpGrpcPort = 4317;

    @Option(
            names = "--otlp-http-port",
            paramLabel = "<port>",
            description = "Port of OTLP over HTTP (default: ${DEFAULT-VALUE}).")
    private int otlpHttpPort = 4318;

    @Option(names = "--train", hidden = true, description = "Start, work a little and end, for the JVM's cache.")
    private boolean train;

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = new Progress(System.out);
        try {
            StandaloneSettings settings = settings();
            // Before the first line is logged, for the log lies in it too.
            try (DataHome data = DataHome.open(settings.dataDirectory(), settings.fresh())) {
                settings.prepareLogging();
                run(settings, data, progress);
                return 0;
            }
        } catch (StartException | EmbeddedServerException e) {
            progress.failed(e.getMessage());
        } catch (RuntimeException e) {
            progress.failed("%s. More is in the logs of the data directory.".formatted(e));
        }
        return 1;
    }

    private void run(StandaloneSettings settings, DataHome data, Progress progress) throws InterruptedException {
        try (HotspanStack stack = new HotspanStack(settings, data, progress)) {
            // Registered before the first server starts: Ctrl-C may come while they start.
            Shutdown shutdown = Shutdown.onSignal(stack, progress);
            Wiring wiring = stack.start();
            if (train) {
                Training.run(wiring);
            } else {
                shutdown.await();
            }
        } catch (RuntimeException e) {
            Logger log = LoggerFactory.getLogger(StandaloneCommand.class);
            log.error("Could not start", e);
            throw e;
        }
    }

    private StandaloneSettings settings() {
        Path home = ProjectHome.find();
        Path directory = dataDirectory != null ? dataDirectory : home.resolve(".hotspan");
        if (train) {
            return new StandaloneSettings(
                    home, directory, true, rate, LoopbackPort.free(), LoopbackPort.free(), LoopbackPort.free());
        }
        return new StandaloneSettings(home, directory, fresh, noTraffic ? 0 : rate, port, otlpGrpcPort, otlpHttpPort);
    }
}
