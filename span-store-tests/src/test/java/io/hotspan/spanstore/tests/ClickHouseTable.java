package io.hotspan.spanstore.tests;

import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** {@code otel_traces} of the real engine, migrated or as a Collector leaves it. */
final class ClickHouseTable implements SpanTableUnderTest {
    private final TestClickHouse server = TestServers.clickHouse();
    private final SpanStore store;

    private ClickHouseTable() {
        store = SpanStore.open(new SpanStoreSettings(
                URI.create(server.httpUrl()),
                server.username(),
                server.password(),
                server.freshDatabase(),
                "otel_traces",
                QueryLimits.DEFAULT,
                4,
                Duration.ZERO));
    }

    static ClickHouseTable migrated() {
        ClickHouseTable table = new ClickHouseTable();
        table.store.migrate();
        return table;
    }

    /** The columns that a Collector makes and no others. */
    static ClickHouseTable ofACollector() {
        ClickHouseTable table = migrated();
        for (String column : table.columns().names()) {
            if (SpanColumns.MIGRATED.names().contains(column)
                    && !SpanColumns.COLLECTOR.names().contains(column)) {
                table.execute(
                        "ALTER TABLE %s DROP COLUMN %s"
                                .formatted(table.store.settings().qualifiedTable(), column),
                        "");
            }
        }
        table.store.migrate(); // forgets the columns it knew; migrations themselves run once
        return table;
    }

    @Override
    public void store(Collection<TestSpan> spans) {
        JsonMapper json = JsonMapper.shared();
        execute(
                "INSERT INTO " + store.settings().qualifiedTable() + " FORMAT JSONEachRow",
                spans.stream().map(span -> json.writeValueAsString(row(span))).collect(Collectors.joining("\n")));
    }

    @Override
    public Set<Long> numbersWhere(SqlFragment condition) {
        SqlFragment sql = SqlFragment.format(
                "SELECT reinterpretAsUInt64(reverse(unhex(SpanId))) FROM "
                        + store.settings().qualifiedTable() + " WHERE {}",
                condition);
        return Set.copyOf(store.query(sql).list(row -> row.getLong(1)));
    }

    @Override
    public SpanColumns columns() {
        return store.columns();
    }

    @Override
    public void close() {
        store.close();
    }

    private static Map<String, Object> row(TestSpan span) {
        return Map.ofEntries(
                Map.entry("Timestamp", nanos(span.startNanos())),
                Map.entry("TraceId", span.traceId()),
                Map.entry("SpanId", span.spanId()),
                Map.entry("ParentSpanId", span.parentId()),
                Map.entry("SpanName", span.name()),
                Map.entry("SpanKind", titleCase(span.kind())),
                Map.entry("ServiceName", span.serviceName()),
                Map.entry("ResourceAttributes", span.resource()),
                Map.entry("ScopeName", span.scopeName()),
                Map.entry("ScopeVersion", span.scopeVersion()),
                Map.entry("SpanAttributes", span.attributes()),
                Map.entry("Duration", span.durationNanos()),
                Map.entry("StatusCode", titleCase(span.status())),
                Map.entry("StatusMessage", span.statusMessage()));
    }

    private static String nanos(long unixNanos) {
        return "%d.%09d".formatted(unixNanos / 1_000_000_000, unixNanos % 1_000_000_000);
    }

    private static String titleCase(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private void execute(String sql, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.httpUrl() + "/?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8)))
                .header("X-ClickHouse-User", server.username())
                .header("X-ClickHouse-Key", server.password())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("ClickHouse refused " + sql + ": " + response.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
