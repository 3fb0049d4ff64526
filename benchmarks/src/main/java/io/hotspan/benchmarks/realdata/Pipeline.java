package io.hotspan.benchmarks.realdata;

import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.hotspan.receiver.OtlpReceiverApplication;
import io.hotspan.sampling.TailSamplerApplication;
import io.hotspan.service.HotspanService;
import io.hotspan.writer.SpanWriterApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Receiver, sampler and writer with servers of their own, on free ports; the sampler keeps every trace. */
final class Pipeline implements AutoCloseable {

    private final Deque<Runnable> started = new ArrayDeque<>();
    private final URI otlp;
    private final URI clickHouse;

    private Pipeline(Path directory) {
        EmbeddedClickHouse clickHouseServer = EmbeddedClickHouse.start(directory.resolve("clickhouse"), 0);
        started.push(clickHouseServer::close);
        EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        started.push(kafka::close);
        clickHouse = URI.create(clickHouseServer.httpUrl());
        String[] servers = {
            "--server.port=0",
            "--management.server.port=0",
            "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
            "--hotspan.clickhouse.url=" + clickHouse,
            // Of the query services, which share the class path.
        };
        run(SpanWriterApplication.class, "span-writer", servers, "--hotspan.clickhouse.retention=0s"); // old spans
        run(
                TailSamplerApplication.class,
                "tail-sampler",
                servers,
                "--hotspan.sampler.inactivity=5s",
                "--TAIL_SAMPLER_PROBABILITY=1.0");
        otlp = URI.create("http://127.0.0.1:"
                + run(OtlpReceiverApplication.class, "otlp-receiver", servers, "--hotspan.receiver.grpc.port=0")
                        .getEnvironment()
                        .getProperty("local.server.port"));
    }

    static Pipeline start(Path directory) {
        return new Pipeline(directory);
    }

    URI otlp() {
        return otlp;
    }

    URI clickHouse() {
        return clickHouse;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run();
        }
    }

    private ConfigurableApplicationContext run(
            Class<?> application, String name, String[] servers, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(servers));
        arguments.addAll(List.of(settings));
        ConfigurableApplicationContext context =
                HotspanService.run(application, name, arguments.toArray(String[]::new));
        started.push(context::close);
        return context;
    }
}
