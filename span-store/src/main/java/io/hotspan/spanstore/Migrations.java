package io.hotspan.spanstore;

import io.hotspan.spanstore.error.QueryFailedException;
import io.hotspan.spanstore.error.SchemaTooNewException;
import io.hotspan.spanstore.query.ServerErrors;
import io.hotspan.spanstore.schema.SpanColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the span tables to this release's schema, from nothing or from the bare tables of a Collector. Every script is
 * additive and may run twice: two services that start at once do each other no harm, as ClickHouse has no lock to take.
 */
public final class Migrations {
    private static final String SCRIPTS = "classpath:io/hotspan/spanstore/migrations";

    private Migrations() {}

    /**
     * Runs what has not been run.
     *
     * @throws SchemaTooNewException if a newer release has migrated the tables
     */
    public static void run(DataSource dataSource, SpanStoreSettings settings) {
        try {
            createDatabase(dataSource, settings);
            Flyway flyway = flyway(dataSource, settings);
            refuseNewer(flyway, settings);
            flyway.migrate();
        } catch (SQLException failure) {
            throw ServerErrors.typed(failure, settings.limits());
        } catch (FlywayException failure) {
            throw failure.getCause() instanceof SQLException cause
                    ? ServerErrors.typed(cause, settings.limits())
                    : new QueryFailedException("The migration of " + settings.qualifiedTable() + " failed", failure);
        }
    }

    private static void createDatabase(DataSource dataSource, SpanStoreSettings settings) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + settings.database());
        }
    }

    private static void refuseNewer(Flyway flyway, SpanStoreSettings settings) {
        Arrays.stream(flyway.info().applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .ifPresent(version -> {
                    throw new SchemaTooNewException(
                            "Table %s has schema version %s, which a newer release made; run that release"
                                    .formatted(settings.qualifiedTable(), version),
                            null);
                });
    }

    private static Flyway flyway(DataSource dataSource, SpanStoreSettings settings) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(SCRIPTS)
                .defaultSchema(settings.database())
                .schemas(settings.database())
                .table(settings.table() + "_schema_history")
                // The tables of a Collector, or of others, may be there already: that is version 0.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of(
                        "database", settings.database(),
                        "table", settings.table(),
                        "spanTtl", ttl("Timestamp", settings.retention()),
                        "lookupTtl", ttl("Start", settings.retention()),
                        "latencyBucket", SpanColumns.latencyBucketDefinition(),
                        "attributeIds", SpanColumns.attributeIdsDefinition()))
                .load();
    }

    private static String ttl(String column, Duration retention) {
        return retention.isZero()
                ? ""
                : "TTL toDateTime(%s) + toIntervalHour(%d)".formatted(column, retention.toHours());
    }
}
