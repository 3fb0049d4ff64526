package io.hotspan.comparison;

import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A span table in the real engine. Spans are written as JSON over HTTP: no code of ours is in between. */
record PlantedTable(TestClickHouse server, String database, String name) {
    private static final JsonMapper JSON = new JsonMapper();

    /** As this release makes it, in a database of its own. */
    static PlantedTable migrated() {
        TestClickHouse server = TestServers.clickHouse();
        PlantedTable table = new PlantedTable(server, server.freshDatabase(), "otel_traces");
        // Kept for ever: the planted spans are of a fixed day.
        SpanStoreSettings settings = new SpanStoreSettings(
                URI.create(server.httpUrl()),
                server.username(),
                server.password(),
                table.database,
                table.name,
                QueryLimits.DEFAULT,
                2,
                Duration.ZERO);
        try (SpanStore store = SpanStore.open(settings)) {
            store.migrate();
        }
        return table;
    }

    /** One beside it that has the same spans but only a Collector's columns. */
    PlantedTable collectorCopy() {
        sql("""
                CREATE TABLE collector_traces ENGINE = MergeTree ORDER BY (ServiceName, SpanName, toDateTime(Timestamp))
                AS SELECT Timestamp, TraceId, SpanId, ParentSpanId, TraceState, SpanName, SpanKind, ServiceName,
                    ResourceAttributes, ScopeName, ScopeVersion, SpanAttributes, Duration, StatusCode, StatusMessage
                FROM otel_traces""");
        return new PlantedTable(server, database, "collector_traces");
    }

    /** One beside it whose reading does not end. */
    PlantedTable endless() {
        sql("""
                CREATE OR REPLACE VIEW endless_traces AS
                SELECT
                    toDateTime64('2026-03-01 14:00:00', 9, 'UTC') AS Timestamp, toString(number) AS TraceId,
                    '' AS ParentSpanId, 'Server' AS SpanKind, 'GET /' AS SpanName, 'shop' AS ServiceName,
                    'Unset' AS StatusCode, '' AS StatusMessage, number AS Duration, 1. AS SampleWeight,
                    CAST(map(), 'Map(String, String)') AS ResourceAttributes,
                    CAST(map(), 'Map(String, String)') AS SpanAttributes
                FROM numbers(1000000000000)""");
        return new PlantedTable(server, database, "endless_traces");
    }

    /** Arguments for a service that is to read it. */
    List<String> settings() {
        return List.of(
                "--hotspan.clickhouse.url=" + server.httpUrl(),
                "--hotspan.clickhouse.username=" + server.username(),
                "--hotspan.clickhouse.password=" + server.password(),
                "--hotspan.clickhouse.database=" + database,
                "--hotspan.clickhouse.table=" + name);
    }

    /** How many queries of services read it now. */
    long runningQueries() {
        return Long.parseLong(sql("""
                SELECT count() FROM system.processes
                WHERE query_id LIKE 'hotspan-%%' AND positionCaseInsensitive(query, '%s.%s') > 0""".formatted(database, name)));
    }

    void replace(List<PlantedSpan> spans) {
        sql("TRUNCATE TABLE " + name);
        sql("INSERT INTO " + name + " FORMAT JSONEachRow\n"
                + spans.stream()
                        .map(span -> JSON.writeValueAsString(span.row()))
                        .collect(Collectors.joining("\n")));
    }

    private String sql(String statement) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.httpUrl() + "/?database=" + database))
                .header("X-ClickHouse-User", server.username())
                .header("X-ClickHouse-Key", server.password())
                .POST(BodyPublishers.ofString(statement))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
            return response.body().strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
