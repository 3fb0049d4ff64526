package io.hotspan.standalone;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.clickhouse.ClickHouseOptions;
import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.hotspan.embedded.redis.EmbeddedRedis;
import io.hotspan.standalone.page.PageServer;
import io.hotspan.standalone.page.PluginCatalogue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that runs, started in the order of its needs and ended in reverse. */
final class HotspanStack implements AutoCloseable {

    private final StandaloneSettings settings;
    private final DataHome data;
    private final Progress progress;
    private final Resources resources = new Resources();

    HotspanStack(StandaloneSettings settings, DataHome data, Progress progress) {
        this.settings = settings;
        this.data = data;
        this.progress = progress;
    }

    /** Returns when the page is up and every service is ready. */
    Wiring start() {
        long start = System.nanoTime();
        Ports ports = new Ports();
        int pagePort = ports.require("the page", "--port", settings.pagePort());
        ports.require("OTLP over gRPC", "--otlp-grpc-port", settings.otlpGrpcPort());
        ports.require("OTLP over HTTP", "--otlp-http-port", settings.otlpHttpPort());
        progress.line("Starting Hotspan, data in " + settings.dataDirectory());
        Wiring wiring = startServers(ports);
        startServices(wiring);
        startPage(wiring, pagePort);
        progress.line("");
        progress.line("Ready after %.1f s: http://localhost:%d".formatted(secondsSince(start), pagePort));
        progress.line("Send your own spans to localhost:%d (OTLP over gRPC) or http://localhost:%d (over HTTP)."
                .formatted(settings.otlpGrpcPort(), settings.otlpHttpPort()));
        if (settings.hasTraffic()) {
            resources.nextStage();
            resources
                    .add(new Backfill(wiring, progress, settings.tracesPerSecond()))
                    .start(Instant.now());
        }
        progress.line("Metrics of the sampler are at %s/metrics, of the others at /actuator/prometheus."
                .formatted(wiring.url(Service.SAMPLER_METRICS)));
        progress.line("Logs are in %s. Ctrl-C ends everything."
                .formatted(settings.logFile().getParent()));
        return wiring;
    }

    @Override
    public void close() {
        resources.close();
    }

    private Wiring startServers(Ports ports) {
        var clickHouse = begin(() -> timed(
                "ClickHouse",
                () -> resources.add(ports.tryFrom(
                        8123, port -> EmbeddedClickHouse.start(ClickHouseOptions.of(data.clickHouse(), port)))),
                EmbeddedClickHouse::httpUrl));
        var kafka = begin(() -> timed(
                "Kafka",
                () -> resources.add(ports.tryFrom(9092, port -> EmbeddedKafka.start(data.kafka(), port))),
                EmbeddedKafka::bootstrapServers));
        var redis = begin(() -> timed(
                "Redis",
                () -> resources.add(ports.tryFrom(6379, port -> EmbeddedRedis.start(data.redis(), port))),
                EmbeddedRedis::url));
        return new Wiring(Futures.join(clickHouse), Futures.join(kafka), Futures.join(redis), ports);
    }

    private void startServices(Wiring wiring) {
        for (List<Service> stage : Service.stages(settings)) {
            resources.nextStage();
            List<CompletableFuture<ConfigurableApplicationContext>> starts = stage.stream()
                    .map(service -> begin(() -> timed(
                            service.name(),
                            () -> resources.add(service.start(wiring)),
                            context -> wiring.url(service.name()))))
                    .toList();
            starts.forEach(Futures::join);
        }
    }

    private void startPage(Wiring wiring, int port) {
        resources.nextStage();
        try {
            PluginCatalogue plugins = PluginCatalogue.read(
                    settings.home().resolve("grafana-plugins"),
                    Map.of(
                            "heatmapUrl", wiring.url("heatmap-service"),
                            "comparisonUrl", wiring.url("comparison-service"),
                            "samplerUrl", wiring.url("tail-sampler")));
            resources.add(PageServer.start(
                    plugins,
                    settings.home().resolve("grafana-plugins/packages/host/dist"),
                    LoopbackPort.ADDRESS,
                    port));
        } catch (IOException e) {
            throw new StartException(
                    "The plugins cannot be read (%s): build them with `npm ci && npm run build` in grafana-plugins."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Not on the common pool: with two cores it has one thread, and nothing would start beside anything. */
    private static <T> CompletableFuture<T> begin(Supplier<T> start) {
        CompletableFuture<T> future = new CompletableFuture<>();
        return future.completeAsync(
                start, task -> Thread.ofPlatform().name("start").start(task));
    }

    private <T> T timed(String what, Supplier<T> start, Function<T, String> where) {
        long begin = System.nanoTime();
        T started = start.get();
        progress.started(what, where.apply(started), Duration.ofNanos(System.nanoTime() - begin));
        return started;
    }

    private static double secondsSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis() / 1000.0;
    }
}
