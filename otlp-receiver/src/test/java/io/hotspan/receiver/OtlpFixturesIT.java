package io.hotspan.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OTLP messages made by others; {@code HOTSPAN_REAL_DATA} names the folder they lie in. */
@EnabledIfEnvironmentVariable(named = "HOTSPAN_REAL_DATA", matches = ".+")
class OtlpFixturesIT {

    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = RunningReceiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void specificationsTrace_isTaken() throws IOException {
        HttpResponse<byte[]> response = postJson(Files.readAllBytes(file("spec-examples/trace.json")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("{}");
        assertThat(receiver.topic().spans())
                .anySatisfy(span -> assertThat(span.getName()).isEqualTo("I'm a server span"));
    }

    @ParameterizedTest
    @MethodSource("protobufTraces")
    void protobufTraces_areTaken(Path file) throws IOException {
        HttpResponse<byte[]> response = receiver.postProtobuf(Files.readAllBytes(file));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusedTraces")
    void base64IdsAndNamedEnums_areRefused(Path file) throws IOException {
        List<String> messages =
                file.toString().endsWith(".jsonl") ? Files.readAllLines(file) : List.of(Files.readString(file));
        for (String message : messages) {
            HttpResponse<byte[]> response = postJson(message.getBytes(UTF_8));
            assertThat(response.statusCode()).as(text(response)).isEqualTo(400);
            assertThat(text(response)).containsAnyOf("hexadecimal", "enum value", "invalid JSON", "expected");
        }
    }

    @ParameterizedTest
    @MethodSource("otherSignals")
    void otherSignals_holdNoSpans(Path file) throws IOException {
        double before = receiver.count("hotspan.receiver.spans.accepted");
        byte[] body = Files.readAllBytes(file);
        HttpResponse<byte[]> response = file.toString().endsWith(".pb") ? receiver.postProtobuf(body) : postJson(body);

        assertThat(response.statusCode()).isIn(200, 400);
        assertThat(receiver.count("hotspan.receiver.spans.accepted")).isEqualTo(before);
    }

    static Stream<Path> protobufTraces() {
        return Stream.of(file("fixtures/trace.pb"), file("fixtures/traces.pb"));
    }

    static Stream<Path> refusedTraces() throws IOException {
        try (Stream<Path> invalid = Files.list(file("fixtures/invalid"))) {
            return Stream.concat(
                    Stream.of(file("fixtures/trace.json"), file("fixtures/traces.jsonl")),
                    invalid
                            .filter(path -> path.getFileName().toString().matches("trace_.*|malformed.*"))
                            .toList()
                            .stream());
        }
    }

    static Stream<Path> otherSignals() {
        return Stream.of(
                        "spec-examples/logs.json",
                        "spec-examples/metrics.json",
                        "spec-examples/events.json",
                        "fixtures/logs.pb",
                        "fixtures/log.json")
                .map(OtlpFixturesIT::file);
    }

    private static HttpResponse<byte[]> postJson(byte[] json) {
        return receiver.post("/v1/traces", json, "Content-Type", "application/json");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    private static Path file(String name) {
        return Path.of(System.getenv("HOTSPAN_REAL_DATA"), "otlp", name);
    }
}
