package io.hotspan.spanstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.embedded.testing.TestServers;
import io.hotspan.spanstore.error.SchemaTooNewException;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    private final SpanStoreSettings settings = TestStore.settings();
    private final SpanStore store = SpanStore.open(settings);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void emptyServer_getsDatabaseAndTables() throws SQLException {
        execute("DROP DATABASE " + settings.database());
        store.migrate();
        assertThat(store.columns().missing()).isEmpty();
        assertThat(store.columns().names()).containsAll(SpanColumns.MIGRATED.names());
        assertThat(definition(settings.qualifiedTable()))
                .contains("TTL toDateTime(Timestamp) + toIntervalHour(720)", "non_replicated_deduplication_window");
        assertThat(definition(settings.qualifiedLookupTable())).contains("TTL toDateTime(Start)");
        assertThat(definition(settings.qualifiedRollupTable()))
                .contains(
                        "SummingMergeTree",
                        "TTL toDateTime(Time) + toIntervalHour(720)",
                        "non_replicated_deduplication_window");
        assertThat(definition(settings.qualifiedDecisionTable()))
                .contains("TTL toDateTime(Timestamp) + toIntervalHour(168)", "non_replicated_deduplication_window");
        store.migrate();
    }

    @Test
    void zeroRetention_keepsSpans() {
        String database = TestServers.clickHouse().freshDatabase();
        try (SpanStore kept = SpanStore.open(TestStore.settings(database, Duration.ZERO))) {
            kept.migrate();
            assertThat(definition(kept.settings().qualifiedTable())).doesNotContain("TTL");
        }
    }

    @Test
    void tableOfACollector_getsOurColumnsWithoutARewrite() throws Exception {
        execute(collectorTable());
        execute("INSERT INTO " + settings.qualifiedTable()
                + " (Timestamp, TraceId, SpanId, SpanName, Duration, SpanAttributes)"
                + " VALUES ('2026-01-02 03:04:05', 'aa', 'bb', 'x', 1500, {'k': 'v'})");
        List<String> parts = parts();
        store.migrate();

        assertThat(parts()).isEqualTo(parts);
        assertThat(store.query(SqlFragment.of("SELECT SampleWeight, LatencyBucket, length(AttributeIds) FROM "
                                + settings.qualifiedTable() + " WHERE LatencyBucket = 42"))
                        .list(row -> row.getDouble(1) + " " + row.getInt(2) + " " + row.getInt(3)))
                .containsExactly("1.0 42 1");
        assertThat(definition(settings.qualifiedTable()))
                .as("its own retention stays")
                .contains("toIntervalDay(3000)");
    }

    @Test
    void severalServicesAtOnce_doEachOtherNoHarm() throws Exception {
        try (ExecutorService services = Executors.newFixedThreadPool(4)) {
            Callable<Void> start = () -> {
                try (SpanStore mine = SpanStore.open(settings)) {
                    mine.migrate();
                }
                return null;
            };
            for (Future<Void> started : services.invokeAll(
                    IntStream.range(0, 4).mapToObj(_ -> start).toList())) {
                started.get();
            }
        }
        store.migrate();
        assertThat(store.columns().missing()).isEmpty();
    }

    @Test
    void migrationThatDiedHalfWay_isRepeated() throws SQLException {
        store.migrate();
        history("(99, '5', 'insert deduplication', 'SQL', 'V5__insert_deduplication.sql', 1, 'x', 1, false)");
        store.migrate();
        assertThat(store.columns().missing()).isEmpty();
    }

    @Test
    void newerSchema_isRefused() throws SQLException {
        store.migrate();
        history("(99, '9000', 'from the future', 'SQL', 'V9000__future.sql', 1, 'x', 1, true)");
        assertThatThrownBy(store::migrate)
                .isInstanceOf(SchemaTooNewException.class)
                .hasMessageContaining("9000");
    }

    @Test
    void foreignTable_isReadWithoutMigration() throws Exception {
        execute(collectorTable());
        assertThat(store.columns().missing())
                .containsExactly("SampleWeight", "SampleReason", "LatencyBucket", "AttributeIds");
    }

    private void history(String row) throws SQLException {
        execute("INSERT INTO " + settings.qualifiedTable() + "_schema_history (installed_rank, version, description,"
                + " type, script, checksum, installed_by, execution_time, success) VALUES " + row);
    }

    private String collectorTable() throws Exception {
        try (var script = Migrations.class.getResourceAsStream("migrations/V1__collector_tables.sql")) {
            String all = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return all.substring(0, all.indexOf(';'))
                    .replace("${database}", settings.database())
                    .replace("${table}", settings.table())
                    .replace("${spanTtl}", "TTL toDateTime(Timestamp) + toIntervalDay(3000)")
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        }
    }

    private List<String> parts() {
        return store.query(SqlFragment.of(
                        "SELECT name FROM system.parts WHERE database = ? AND table = ? AND active",
                        settings.database(),
                        settings.table()))
                .list(row -> row.getString(1));
    }

    private String definition(String table) {
        return store.query(SqlFragment.of("SHOW CREATE TABLE " + table))
                .first(row -> row.getString(1))
                .orElseThrow();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
