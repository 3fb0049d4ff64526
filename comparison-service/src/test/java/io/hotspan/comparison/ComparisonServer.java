package io.hotspan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.service.HotspanService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over a database of its own in the real engine. */
final class ComparisonServer implements AutoCloseable, AfterAllCallback {
    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable PlantedTable table;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext service;

    private ComparisonServer(@Nullable PlantedTable table, List<String> settings) {
        this.table = table;
        List<String> all = new ArrayList<>(settings);
        all.add("--server.port=0");
        this.service = HotspanService.run(
                ComparisonServiceApplication.class, "comparison-service", all.toArray(String[]::new));
    }

    /** A service that finds no ClickHouse. */
    static ComparisonServer without() {
        return at("http://127.0.0.1:1");
    }

    /** A service that looks for ClickHouse there. */
    static ComparisonServer at(String url) {
        return new ComparisonServer(null, List.of("--hotspan.clickhouse.url=" + url));
    }

    /** A service over a table of its own. */
    static ComparisonServer start() {
        return over(PlantedTable.migrated());
    }

    static ComparisonServer over(PlantedTable table) {
        return new ComparisonServer(table, table.settings());
    }

    PlantedTable table() {
        return Objects.requireNonNull(table);
    }

    /** Puts these spans in the place of those that were there. */
    void insert(List<PlantedSpan> spans) {
        table().replace(spans);
    }

    JsonNode compare(Map<String, Object> request) {
        HttpResponse<String> response = post(request, "application/json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    JsonNode refused(Map<String, Object> request) {
        HttpResponse<String> response = post(request, "application/json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        return JSON.readTree(response.body());
    }

    HttpResponse<String> post(Map<String, Object> request, String accept) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/comparisons"))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(request)))
                .build());
    }

    /** A request whose answer nobody has read yet. */
    Socket ask(Map<String, Object> request, String accept) throws IOException {
        byte[] body = JSON.writeValueAsBytes(request);
        int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head = "POST /api/v1/comparisons HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: %s\r\nContent-Length: %d\r\n\r\n".formatted(accept, body.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return socket;
    }

    HttpResponse<String> get(String path) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As an extension of a test class it ends with it. */
    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        service.close();
        http.close();
    }
}
