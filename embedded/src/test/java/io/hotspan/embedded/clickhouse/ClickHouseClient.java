package io.hotspan.embedded.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Runs statements over the HTTP port. */
final class ClickHouseClient {

    private ClickHouseClient() {}

    static String query(String httpUrl, String sql) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(httpUrl))
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build())
                .body()
                .strip();
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
