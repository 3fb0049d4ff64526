package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal that overtakes its body leaves the connection of use to the requests that follow on it. */
class KeepAliveIT {

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 60;

    @ParameterizedTest
    @CsvSource({
        "/v1/traces, text/plain, identity, 300000, 415",
        "/v1/traces, application/json, br, 5000, 415",
        "/v1/traces, application/json, identity, 200000, 413",
        "/v1/traces, application/json, identity, 1000, 400",
        "/v1/logs, application/json, identity, 100000, 404",
        "/elsewhere, application/json, identity, 100000, 404",
    })
    void nextRequest_isAnswered(String path, String type, String encoding, int bytes, int status) throws Exception {
        try (RunningReceiver receiver = RunningReceiver.start(
                        "--hotspan.receiver.ingest.max-message-size=100KB",
                        "--hotspan.receiver.ingest.max-record-size=50KB");
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpRequest refused =
                    post(receiver, path, new byte[bytes], "Content-Type", type, "Content-Encoding", encoding);
            HttpRequest accepted = post(
                    receiver, "/v1/traces", batch(span(1, 1)).toByteArray(), "Content-Type", "application/x-protobuf");
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                running.add(clients.submit(() -> {
                    for (int i = 0; i < REQUESTS; i++) {
                        assertThat(status(http, refused)).isEqualTo(status);
                        assertThat(status(http, accepted)).isEqualTo(200);
                    }
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
    }

    private static HttpRequest post(RunningReceiver receiver, String path, byte[] body, String... headers) {
        return HttpRequest.newBuilder(receiver.httpUri(path))
                .timeout(Duration.ofSeconds(20))
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static int status(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
