package io.hotspan.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Hands out databases of one server. */
record SharedClickHouse(String httpUrl, UnaryOperator<String> jdbcUrls, String username, String password)
        implements TestClickHouse {

    @Override
    public String jdbcUrl(String database) {
        return jdbcUrls.apply(database);
    }

    @Override
    public String freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name);
        return name;
    }

    private void execute(String sql) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(httpUrl))
                .header("X-ClickHouse-User", username)
                .header("X-ClickHouse-Key", password)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("ClickHouse refused " + sql + ": " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
