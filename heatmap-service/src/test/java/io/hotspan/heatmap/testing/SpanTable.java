package io.hotspan.heatmap.testing;

import io.hotspan.embedded.clickhouse.EmbeddedClickHouse;
import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.telemetry.latency.LatencyBuckets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A span table in a database of its own. Spans are written as JSON over HTTP: no code of ours is in between. */
public final class SpanTable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final String username;
    private final String password;
    private final String database;

    private SpanTable(String url, String username, String password, String database) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.database = database;
    }

    private static SpanTable inFreshDatabase() {
        TestClickHouse server = TestServers.clickHouse();
        return new SpanTable(server.httpUrl(), server.username(), server.password(), server.freshDatabase());
    }

    /** No table, in a server of the test's own. */
    public static SpanTable missingIn(EmbeddedClickHouse server) {
        SpanTable table = new SpanTable(server.httpUrl(), "default", "", "default");
        table.execute("CREATE DATABASE otel");
        return new SpanTable(server.httpUrl(), "default", "", "otel");
    }

    /** A table as this release makes it. */
    public static SpanTable migrated() {
        SpanTable table = inFreshDatabase();
        try (SpanStore store = SpanStore.open(table.settings())) {
            store.migrate();
        }
        return table;
    }

    /** No table at all. */
    public static SpanTable missing() {
        return inFreshDatabase();
    }

    /** The table as a Collector makes it: without our columns, and without a look-up table of traces. */
    public static SpanTable ofCollector() {
        SpanTable table = inFreshDatabase();
        table.execute("""
                CREATE TABLE otel_traces (
                    Timestamp DateTime64(9), TraceId String, SpanId String, ParentSpanId String, TraceState String,
                    SpanName LowCardinality(String), SpanKind LowCardinality(String),
                    ServiceName LowCardinality(String), ResourceAttributes Map(LowCardinality(String), String),
                    ScopeName String, ScopeVersion String, SpanAttributes Map(LowCardinality(String), String),
                    Duration UInt64, StatusCode LowCardinality(String), StatusMessage String,
                    Events Nested (
                        Timestamp DateTime64(9), Name LowCardinality(String),
                        Attributes Map(LowCardinality(String), String)),
                    Links Nested (
                        TraceId String, SpanId String, TraceState String,
                        Attributes Map(LowCardinality(String), String))
                ) ENGINE = MergeTree
                PARTITION BY toDate(Timestamp) ORDER BY (ServiceName, SpanName, toDateTime(Timestamp))""");
        return table;
    }

    public String database() {
        return database;
    }

    public String url() {
        return url;
    }

    public void insert(List<TestSpan> spans) {
        insertRows(spans.stream().map(SpanTable::row).toList());
    }

    /** Counts spans as the sampler does before it drops any: a row each, which the table is to add up. */
    public void count(List<TestSpan> spans) {
        insertRows("otel_traces_rollups", spans.stream().map(SpanTable::rollup).toList());
    }

    /** Inserts rows of any columns. */
    public void insertRows(List<Map<String, Object>> rows) {
        insertRows("otel_traces", rows);
    }

    private void insertRows(String into, List<Map<String, Object>> rows) {
        execute("INSERT INTO " + into + " FORMAT JSONEachRow\n"
                + rows.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")));
    }

    /** Runs a statement, and returns what it prints. */
    public String execute(String sql) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/?database=" + database))
                .header("X-ClickHouse-User", username)
                .header("X-ClickHouse-Key", password)
                .POST(BodyPublishers.ofString(sql))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
            return response.body().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Spans are kept for ever: tests have dates of their own. */
    private SpanStoreSettings settings() {
        return new SpanStoreSettings(
                URI.create(url), username, password, database, "otel_traces", QueryLimits.DEFAULT, 4, Duration.ZERO);
    }

    private static Map<String, Object> row(TestSpan span) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Timestamp", seconds(span.startNanos()));
        row.put("TraceId", span.traceId());
        row.put("SpanId", span.spanId());
        row.put("ParentSpanId", span.parentSpanId());
        row.put("SpanName", span.name());
        row.put("SpanKind", span.kind());
        row.put("ServiceName", span.service());
        row.put("ResourceAttributes", span.resource());
        row.put("SpanAttributes", span.attributes());
        row.put("Duration", span.durationNanos());
        row.put("StatusCode", span.status());
        if (span.weight() != 1) {
            row.put("SampleWeight", span.weight());
        }
        return row;
    }

    private static Map<String, Object> rollup(TestSpan span) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Time", span.startNanos() / 10_000_000_000L * 10);
        row.put("ServiceName", span.service());
        row.put("SpanName", span.name());
        row.put("SpanKind", span.kind());
        row.put("StatusCode", span.status());
        row.put("IsRoot", span.isRoot());
        row.put("LatencyBucket", LatencyBuckets.index(span.durationNanos()));
        row.put("Spans", 1);
        return row;
    }

    /** As ClickHouse reads a DateTime64: seconds with a fraction. */
    public static String seconds(long nanos) {
        return "%d.%09d".formatted(nanos / 1_000_000_000, nanos % 1_000_000_000);
    }
}
