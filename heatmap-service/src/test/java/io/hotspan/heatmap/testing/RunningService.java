package io.hotspan.heatmap.testing;

import io.hotspan.heatmap.HeatmapServiceApplication;
import io.hotspan.service.HotspanService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service, started as in production, asked over HTTP. */
public final class RunningService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it over a table. */
    public static RunningService over(SpanTable table, String... settings) {
        return at(table.url(), table.database(), settings);
    }

    /** Starts it with any ClickHouse, or none. */
    public static RunningService at(String clickHouseUrl, String database, String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--hotspan.clickhouse.url=" + clickHouseUrl,
                                "--hotspan.clickhouse.database=" + database),
                        Stream.of(settings))
                .toArray(String[]::new);
        return new RunningService(HotspanService.run(HeatmapServiceApplication.class, "heatmap-service", all));
    }

    /** An HTTP answer; the body is missing where it is no JSON. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {
        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public long number(String pointer) {
            return body.at(pointer).asLong();
        }
    }

    public Answer post(String path, Object body) {
        return send(postRequest(path, body).build());
    }

    public Answer get(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path + (parameters.isEmpty() ? "" : "?" + parameters)))
                .build());
    }

    public HttpRequest.Builder postRequest(String path, Object body) {
        String json = body instanceof String text ? text : JSON.writeValueAsString(body);
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    public String sendForText(HttpRequest request) {
        return exchange(request, BodyHandlers.ofString()).body();
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The lines of an answer as they come; closing it leaves. */
    public Stream<String> stream(HttpRequest request) {
        return exchange(request, BodyHandlers.ofLines()).body();
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        boolean isJson =
                response.headers().firstValue("content-type").orElse("").contains("json");
        return new Answer(response.statusCode(), response.headers(), JSON.readTree(isJson ? response.body() : "null"));
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
