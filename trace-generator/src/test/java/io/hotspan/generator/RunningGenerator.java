package io.hotspan.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.service.HotspanService;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A generator behind its REST interface, with real OTLP endpoints to send to. */
final class RunningGenerator implements AutoCloseable {

    final OtlpCollector collector = OtlpCollector.start(0);
    final OtlpHttpReceiver receiver = new OtlpHttpReceiver();
    private final ConfigurableApplicationContext generator;
    private final RestClient rest;

    /** Starts it without traffic of its own. */
    RunningGenerator(Path groundTruth) {
        generator = HotspanService.run(
                TraceGeneratorApplication.class,
                "trace-generator",
                "--server.port=0",
                "--hotspan.generator.running=false",
                "--hotspan.generator.ground-truth-file=" + groundTruth,
                "--hotspan.generator.otlp-grpc-endpoint=" + collector.endpoint(),
                "--hotspan.generator.otlp-http-endpoint=" + receiver.endpoint());
        rest = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + generator.getEnvironment().getProperty("local.server.port"))
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    /** What it said. */
    record Answer(HttpStatusCode status, String contentType, String location, JsonNode body) {

        void assertProblem(HttpStatus expected) {
            assertThat(status).isEqualTo(expected);
            assertThat(contentType).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        }

        /** It blames this field first. */
        void assertBlames(String field) {
            assertProblem(HttpStatus.BAD_REQUEST);
            assertThat(body.get("errors").get(0).get("field").asString()).isEqualTo(field);
        }
    }

    JsonNode get(String path) {
        return send(HttpMethod.GET, path, null).body();
    }

    Answer put(String path, Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    Answer post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    Answer send(HttpMethod method, String path, @Nullable Object body) {
        RestClient.RequestBodySpec request = rest.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.body(body);
        }
        ResponseEntity<JsonNode> response = request.retrieve().toEntity(JsonNode.class);
        return new Answer(
                response.getStatusCode(),
                String.valueOf(response.getHeaders().getContentType()),
                String.valueOf(response.getHeaders().getLocation()),
                Objects.requireNonNull(response.getBody()));
    }

    double metric(String name) {
        String metrics = rest.get().uri("/actuator/prometheus").retrieve().body(String.class);
        return Objects.requireNonNull(metrics)
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        generator.close();
        collector.close();
        receiver.close();
    }
}
