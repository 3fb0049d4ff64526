package io.hotspan.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.testing.TestServers;
import io.hotspan.receiver.grpc.GrpcServer;
import io.hotspan.service.HotspanService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** A receiver on free ports, with a topic of its own. */
final class RunningReceiver implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String bootstrapServers;
    private final String topic;

    private RunningReceiver(ConfigurableApplicationContext context, String bootstrapServers, String topic) {
        this.context = context;
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** Starts against the shared broker. */
    static RunningReceiver start(String... settings) {
        return startAgainst(TestServers.kafka().bootstrapServers(), settings);
    }

    static RunningReceiver startAgainst(String bootstrapServers, String... settings) {
        String topic = TestServers.kafka().freshPrefix() + "raw";
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--hotspan.receiver.grpc.port=0",
                "--hotspan.receiver.topic.name=" + topic,
                "--spring.kafka.bootstrap-servers=" + bootstrapServers));
        arguments.addAll(List.of(settings));
        return new RunningReceiver(
                HotspanService.run(OtlpReceiverApplication.class, "otlp-receiver", arguments.toArray(String[]::new)),
                bootstrapServers,
                topic);
    }

    TopicReader topic() {
        return new TopicReader(bootstrapServers, topic);
    }

    int grpcPort() {
        return context.getBean(GrpcServer.class).port();
    }

    int httpPort() {
        return port("local.server.port");
    }

    URI httpUri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort() + path);
    }

    URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + port("local.management.port") + path);
    }

    HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
        return send(HttpRequest.newBuilder(httpUri(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body)), headers);
    }

    HttpResponse<byte[]> postProtobuf(byte[] body, String... moreHeaders) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/x-protobuf"));
        headers.addAll(List.of(moreHeaders));
        return post("/v1/traces", body, headers.toArray(String[]::new));
    }

    HttpResponse<byte[]> postJson(String body) {
        return post("/v1/traces", body.getBytes(UTF_8), "Content-Type", "application/json; charset=utf-8");
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sum of a counter over all tags given as alternating names and values. */
    double count(String counter, String... tags) {
        return context.getBean(MeterRegistry.class).find(counter).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    double bytesInFlight() {
        return context.getBean(MeterRegistry.class)
                .get("hotspan.receiver.bytes.in.flight")
                .gauge()
                .value();
    }

    /** Nothing is being worked on, and every span and request had an outcome. */
    void assertAllAccountedFor() {
        assertThat(bytesInFlight()).isZero();
        assertThat(count("hotspan.receiver.spans.received"))
                .isEqualTo(count("hotspan.receiver.spans.accepted") + count("hotspan.receiver.spans.refused"));
        assertThat(count("hotspan.receiver.requests.received")).isEqualTo(count("hotspan.receiver.requests.finished"));
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }
}
