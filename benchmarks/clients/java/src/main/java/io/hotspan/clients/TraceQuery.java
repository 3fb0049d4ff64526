package io.hotspan.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks {@code GET /api/v1/traces/{id}} until the whole trace is there: it is kept only once the sampler has decided. */
record TraceQuery(String url, Duration patience) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PAUSE = Duration.ofMillis(250);

    Comparison find(SentTrace sent) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        JsonNode answer = JsonMapper.shared().createObjectNode();
        while (deadline - System.nanoTime() > 0) {
            answer = ask(sent.traceId(), answer);
            if (answer.path("spans").size() >= sent.spans().size()) {
                break;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        Comparison comparison = new Comparison();
        comparison.compare(sent, answer);
        return comparison;
    }

    private JsonNode ask(String traceId, JsonNode before) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/traces/" + traceId)).build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? JsonMapper.shared().readTree(response.body()) : before;
        } catch (IOException e) {
            return before;
        }
    }
}
