package io.hotspan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.service.HotspanService;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over a database of its own in the real engine. */
final class ComparisonServer implements AutoCloseable, AfterAllCallback {
    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable TestClickHouse clickHouse;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String database;
    private final ConfigurableApplicationContext service;

    private ComparisonServer(@Nullable TestClickHouse clickHouse, String database, String... settings) {
        this.clickHouse = clickHouse;
        this.database = database;
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--server.port=0");
        all.add("--hotspan.clickhouse.database=" + database);
        this.service = HotspanService.run(
                ComparisonServiceApplication.class, "comparison-service", all.toArray(String[]::new));
    }

    /** A service that finds no ClickHouse. */
    static ComparisonServer without() {
        return at("http://127.0.0.1:1");
    }

    /** A service that looks for ClickHouse there. */
    static ComparisonServer at(String url) {
        return new ComparisonServer(null, "otel", "--hotspan.clickhouse.url=" + url);
    }

    private static ComparisonServer over(TestClickHouse clickHouse, String database, String table) {
        return new ComparisonServer(
                clickHouse,
                database,
                "--hotspan.clickhouse.url=" + clickHouse.httpUrl(),
                "--hotspan.clickhouse.username=" + clickHouse.username(),
                "--hotspan.clickhouse.password=" + clickHouse.password(),
                "--hotspan.clickhouse.table=" + table);
    }

    static ComparisonServer start() {
        TestClickHouse clickHouse = TestServers.clickHouse();
        String database = clickHouse.freshDatabase();
        // Kept for ever: the planted spans are of a fixed day.
        SpanStoreSettings settings = new SpanStoreSettings(
                URI.create(clickHouse.httpUrl()),
                clickHouse.username(),
                clickHouse.password(),
                database,
                "otel_traces",
                QueryLimits.DEFAULT,
                2,
                Duration.ZERO);
        try (SpanStore store = SpanStore.open(settings)) {
            store.migrate();
        }
        return over(clickHouse, database, "otel_traces");
    }

    /** A service over a table that has the same spans but only a Collector's columns. */
    ComparisonServer overCollectorCopy() {
        sql("""
                CREATE TABLE collector_traces ENGINE = MergeTree ORDER BY (ServiceName, SpanName, toDateTime(Timestamp))
                AS SELECT Timestamp, TraceId, SpanId, ParentSpanId, TraceState, SpanName, SpanKind, ServiceName,
                    ResourceAttributes, ScopeName, ScopeVersion, SpanAttributes, Duration, StatusCode, StatusMessage
                FROM otel_traces""");
        return over(clickHouse(), database, "collector_traces");
    }

    /** A service over a table whose reading does not end. */
    ComparisonServer overSpansWithoutEnd() {
        sql("""
                CREATE OR REPLACE VIEW endless_traces AS
                SELECT
                    toDateTime64('2026-03-01 14:00:00', 9, 'UTC') AS Timestamp, toString(number) AS TraceId,
                    '' AS ParentSpanId, 'Server' AS SpanKind, 'GET /' AS SpanName, 'shop' AS ServiceName,
                    'Unset' AS StatusCode, '' AS StatusMessage, number AS Duration, 1. AS SampleWeight,
                    CAST(map(), 'Map(String, String)') AS ResourceAttributes,
                    CAST(map(), 'Map(String, String)') AS SpanAttributes
                FROM numbers(1000000000000)""");
        return over(clickHouse(), database, "endless_traces");
    }

    /** How many queries of services read the endless table now. */
    long runningQueries() {
        return Long.parseLong(sql("""
                SELECT count() FROM system.processes
                WHERE query_id LIKE 'hotspan-%%' AND positionCaseInsensitive(query, '%s.endless_traces') > 0""".formatted(database)));
    }

    void insert(List<PlantedSpan> spans) {
        String rows =
                spans.stream().map(span -> JSON.writeValueAsString(span.row())).collect(Collectors.joining("\n"));
        sql("TRUNCATE TABLE otel_traces");
        sql("INSERT INTO otel_traces FORMAT JSONEachRow\n" + rows);
    }

    private String sql(String statement) {
        TestClickHouse store = clickHouse();
        String login = store.username() + ":" + store.password();
        HttpRequest request = HttpRequest.newBuilder(URI.create(store.httpUrl() + "/?database=" + database))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(statement))
                .build();
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().strip();
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

    private TestClickHouse clickHouse() {
        return Objects.requireNonNull(clickHouse);
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
