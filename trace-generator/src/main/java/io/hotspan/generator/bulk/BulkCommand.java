package io.hotspan.generator.bulk;

import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.pack.TrafficPack;
import io.hotspan.generator.storefront.StorefrontPack;
import io.hotspan.generator.truth.GroundTruth;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;

/**
 * Makes a number of traces without a service around it, into a file or a receiver: {@code --traces=100000 (--out=FILE |
 * --endpoint=http://localhost:4318) [--seed=1] [--from=INSTANT] [--traces-per-second=50] [--traces-per-request=250]
 * [--workers=1]}.
 */
public final class BulkCommand {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    private BulkCommand() {}

    public static void main(String[] arguments) throws Exception {
        run(new DefaultApplicationArguments(arguments), System.out);
    }

    static void run(ApplicationArguments arguments, PrintStream output) throws Exception {
        long traces = Long.parseLong(option(arguments, "traces", "100000"));
        TrafficPack pack = new StorefrontPack();
        TraceSource source = new TraceSource(
                pack,
                Long.parseLong(option(arguments, "seed", "1")),
                ScenarioSettings.defaults(pack.scenarios()),
                0,
                Timeline.steady(
                        Instant.parse(option(arguments, "from", "2026-01-01T00:00:00Z")),
                        Double.parseDouble(option(arguments, "traces-per-second", "50"))));
        int tracesPerRequest = Integer.parseInt(option(arguments, "traces-per-request", "250"));
        int workers = Integer.parseInt(option(arguments, "workers", "1"));
        AtomicLong spans = new AtomicLong();
        long begin = System.nanoTime();
        if (arguments.containsOption("out")) {
            try (OtlpFileSink sink = OtlpFileSink.create(Path.of(option(arguments, "out", "")))) {
                new BulkRun(source, sink, GroundTruth.none(), tracesPerRequest, workers)
                        .run(traces, (_, delivered, _) -> spans.addAndGet(delivered));
            }
        } else {
            URI endpoint = URI.create(option(arguments, "endpoint", "http://localhost:4318"));
            try (OtlpHttpSink sink =
                    new OtlpHttpSink(endpoint, REQUEST_TIMEOUT, GIVE_UP_AFTER, Clock.systemUTC(), () -> {})) {
                new BulkRun(source, sink, GroundTruth.none(), tracesPerRequest, workers)
                        .run(traces, (_, delivered, rejected) -> spans.addAndGet(delivered - rejected));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        output.printf(
                "%,d traces, %,d spans in %.1f s: %,.0f spans/s%n",
                traces, spans.get(), seconds, spans.get() / seconds);
    }

    private static String option(ApplicationArguments arguments, String name, String otherwise) {
        var values = arguments.getOptionValues(name);
        return values == null || values.isEmpty() ? otherwise : values.getLast();
    }
}
