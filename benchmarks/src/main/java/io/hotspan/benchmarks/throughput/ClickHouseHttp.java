package io.hotspan.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** ClickHouse's own HTTP interface, without a driver. */
final class ClickHouseHttp implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    ClickHouseHttp(String url) {
        this.url = url;
    }

    /** Runs a statement and returns its answer. */
    String run(String sql) throws IOException, InterruptedException {
        return run(sql, new byte[0]);
    }

    /** Runs an INSERT with its data. */
    String run(String sql, byte[] data) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(url + "/?query=" + URLEncoder.encode(sql, UTF_8)))
                        .POST(BodyPublishers.ofByteArray(data))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("ClickHouse answered %d: %s".formatted(response.statusCode(), response.body()));
        }
        return response.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
