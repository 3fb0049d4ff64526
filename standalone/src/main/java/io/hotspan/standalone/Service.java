package io.hotspan.standalone;

import io.hotspan.comparison.ComparisonServiceApplication;
import io.hotspan.generator.TraceGeneratorApplication;
import io.hotspan.heatmap.HeatmapServiceApplication;
import io.hotspan.receiver.OtlpReceiverApplication;
import io.hotspan.sampling.TailSamplerApplication;
import io.hotspan.service.HotspanService;
import io.hotspan.writer.SpanWriterApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of the services, as it runs here.
 *
 * @param name its name, of its settings file as well
 * @param application its application class
 * @param settings what differs from its settings file
 */
record Service(String name, Class<?> application, Function<Wiring, Map<String, Object>> settings) {

    /** Where the sampler's metrics are. */
    static final String SAMPLER_METRICS = "tail-sampler-metrics";

    /** What holds for all of them because they share a process. */
    private static final Map<String, Object> SHARED = Map.of(
            // The stack ends them, in its order.
            "spring.main.register-shutdown-hook",
            false,
            "spring.lifecycle.timeout-per-shutdown-phase",
            "3s",
            "spring.reactor.netty.shutdown-quiet-period",
            "0s",
            // Or every service's metrics would appear in every other's.
            "management.metrics.use-global-registry",
            false);

    /** The services, those of one stage started together. */
    static List<List<Service>> stages(StandaloneSettings settings) {
        List<Service> pipeline = List.of(
                new Service(
                        "otlp-receiver",
                        OtlpReceiverApplication.class,
                        wiring -> Map.of(
                                "server.port", settings.otlpHttpPort(),
                                "hotspan.receiver.grpc.port", settings.otlpGrpcPort(),
                                "management.server.port", wiring.port("otlp-receiver"))),
                new Service(
                        "tail-sampler",
                        TailSamplerApplication.class,
                        wiring -> Map.of(
                                "server.port", wiring.port("tail-sampler"),
                                "management.server.port", wiring.port(SAMPLER_METRICS),
                                // Nobody at a terminal wants to wait a minute for the first look.
                                // After a crash it takes over from itself at once, not when a timeout ends.
                                "hotspan.sampler.instance-id", "standalone",
                                "hotspan.sampler.inactivity", "5s",
                                "hotspan.sampler.buffer.budget", "128MB",
                                "TAIL_SAMPLER_SLOW_TRACE", "1s",
                                "TAIL_SAMPLER_PROBABILITY", "0.2")),
                new Service(
                        "span-writer",
                        SpanWriterApplication.class,
                        wiring -> Map.of("server.port", wiring.port("span-writer"))),
                new Service(
                        "heatmap-service",
                        HeatmapServiceApplication.class,
                        wiring -> Map.of("server.port", wiring.port("heatmap-service"))),
                new Service(
                        "comparison-service",
                        ComparisonServiceApplication.class,
                        wiring -> Map.of("server.port", wiring.port("comparison-service"))));
        List<Service> traffic = List.of(new Service(
                "trace-generator",
                TraceGeneratorApplication.class,
                wiring -> Map.of(
                        "server.port",
                        wiring.port("trace-generator"),
                        "hotspan.generator.running",
                        settings.hasTraffic(),
                        "hotspan.generator.traces-per-second",
                        settings.hasTraffic() ? settings.tracesPerSecond() : 50,
                        "hotspan.generator.otlp-grpc-endpoint",
                        "http://localhost:" + settings.otlpGrpcPort(),
                        "hotspan.generator.otlp-http-endpoint",
                        "http://localhost:" + settings.otlpHttpPort())));
        return List.of(pipeline, traffic);
    }

    ConfigurableApplicationContext start(Wiring wiring) {
        Map<String, Object> arguments = new HashMap<>(SHARED);
        arguments.putAll(wiring.servers());
        arguments.putAll(settings.apply(wiring));
        try {
            return HotspanService.run(
                    application,
                    name,
                    arguments.entrySet().stream()
                            .map(argument -> "--" + argument.getKey() + "=" + argument.getValue())
                            .toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new StartException("%s failed: %s".formatted(name, rootMessage(e)), e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
