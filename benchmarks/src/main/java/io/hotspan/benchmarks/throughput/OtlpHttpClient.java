package io.hotspan.benchmarks.throughput;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/** OTLP over HTTP, protobuf, not compressed. */
final class OtlpHttpClient implements OtlpClient {

    private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI traces;

    OtlpHttpClient(int port) {
        traces = URI.create("http://127.0.0.1:" + port + "/v1/traces");
    }

    @Override
    public boolean export(byte[] request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(traces)
                        .header("Content-Type", "application/x-protobuf")
                        .POST(BodyPublishers.ofByteArray(request))
                        .build(),
                BodyHandlers.ofByteArray());
        if (AGAIN.contains(response.statusCode())) {
            return false;
        }
        // An answer without partial success is an empty message.
        if (response.statusCode() != 200 || response.body().length > 0) {
            throw new IOException("the receiver answered " + response.statusCode());
        }
        return true;
    }

    @Override
    public void close() {
        client.close();
    }
}
