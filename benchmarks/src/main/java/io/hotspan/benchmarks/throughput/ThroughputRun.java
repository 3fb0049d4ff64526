package io.hotspan.benchmarks.throughput;

import io.hotspan.benchmarks.throughput.ThroughputSettings.Stage;
import io.hotspan.receiver.OtlpReceiverApplication;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures receiver, sampler and writer in one run, on one set of spans, each in turn with the plainest way to do the
 * same. The figures to read are the ratios; the rest depends on the machine and on what else it does.
 */
@Command(
        name = "benchmarks/throughput",
        usageHelpWidth = 100,
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Receiver, sampler and writer against a plain producer, consumer and INSERT of the same spans.")
public final class ThroughputRun implements Callable<Integer> {

    @Option(names = "--spans", description = "At least this many spans (default: ${DEFAULT-VALUE}).")
    private long spans = 1_000_000;

    @Option(names = "--rounds", description = "Measured runs of each side (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--warmups", description = "Runs of each side before them (default: ${DEFAULT-VALUE}).")
    private int warmups = 2;

    @Option(names = "--spans-per-request", description = "Spans of an OTLP request (default: ${DEFAULT-VALUE}).")
    private int spansPerRequest = 1_000;

    @Option(names = "--clients", description = "OTLP requests under way at once (default: ${DEFAULT-VALUE}).")
    private int clients = 8;

    @Option(
            names = "--traces-per-second",
            description = "Pace of the recorded time the sampler decides by (default: ${DEFAULT-VALUE}).")
    private double tracesPerSecond = 200;

    @Option(names = "--seed", description = "Of the traffic (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--stages", split = ",", description = "Some of ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Stage> stages = EnumSet.allOf(Stage.class);

    @Option(names = "--policies-file", description = "What the sampler decides by (default: its own defaults).")
    private String policiesFile = "";

    private ThroughputRun() {}

    public static void main(String[] arguments) {
        quiet();
        System.exit(new CommandLine(new ThroughputRun()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        ThroughputSettings settings = new ThroughputSettings(
                spans, rounds, warmups, spansPerRequest, clients, tracesPerSecond, seed, stages, policiesFile);
        Path directory = Files.createTempDirectory("hotspan-throughput-");
        try (Servers servers = Servers.start(directory);
                Dataset data = DatasetWriter.write(settings, Clock.systemUTC().instant(), directory)) {
            run(settings, servers, data);
        } finally {
            boolean _ = FileSystemUtils.deleteRecursively(directory);
        }
        return 0;
    }

    private static void run(ThroughputSettings settings, Servers servers, Dataset data) throws Exception {
        Progress progress = new Progress(System.err, data.spans());
        progress.line("%d processors, load average %.1f, Java %s, heap of %d MB"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() >> 20));
        List<Rounds> contests = new ArrayList<>();
        Map<String, Object> producer;
        SamplerContest sampler = null;
        try (ConfigurableApplicationContext receiver =
                servers.run(OtlpReceiverApplication.class, "otlp-receiver", "--hotspan.receiver.grpc.port=0")) {
            ProducerFactory<?, ?> producers = receiver.getBean(ProducerFactory.class);
            producer = producers.getConfigurationProperties();
            if (settings.stages().contains(Stage.RECEIVER)) {
                int clients = settings.clients();
                contests.addAll(
                        rounds(ReceiverContest.http(servers, data, clients, receiver, producer), settings, progress));
                contests.addAll(
                        rounds(ReceiverContest.grpc(servers, data, clients, receiver, producer), settings, progress));
            }
        }
        if (settings.stages().contains(Stage.SAMPLER)) {
            sampler = new SamplerContest(servers, data, producer, settings.policiesFile());
            contests.addAll(rounds(sampler, settings, progress));
        }
        if (settings.stages().contains(Stage.WRITER)) {
            contests.addAll(rounds(new WriterContest(servers, data, producer), settings, progress));
        }
        Report report = new Report(System.out, data);
        report.print(contests);
        if (sampler != null) {
            report.print(sampler);
            report.print(BufferedHeap.measure(servers, data, producer));
        }
    }

    /** Kafka's clients log before the first service brings its logging. */
    private static void quiet() {
        LoggingSystem.get(ThroughputRun.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    private static List<Rounds> rounds(Contest contest, ThroughputSettings settings, Progress progress)
            throws Exception {
        try {
            return Rounds.of(contest, settings.warmups(), settings.rounds(), progress);
        } finally {
            contest.end();
        }
    }
}
