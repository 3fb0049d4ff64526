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
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the span tables to this release's schema, from nothing or from the bare tables of a Collector. Every script is
 * additive and may run twice: two services that start at once do each other no harm, as ClickHouse has no lock to take.
 */
public final class Migrations {
    private static final String SCRIPTS = "classpath:io/hotspan/spanstore/migrations";

    private static final int ATTEMPTS = 5;
    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /**
     * Runs what has not been run.
     *
     * @throws SchemaTooNewException if a newer release has migrated the tables
     */
    public static void run(DataSource dataSource, SpanStoreSettings settings) {
        try {
            createDatabase(dataSource, settings);
            migrate(flyway(dataSource, settings), settings, ATTEMPTS);
        } catch (SQLException failure) {
            throw ServerErrors.typed(failure, settings.limits());
        } catch (FlywayException failure) {
            throw failure.getCause() instanceof SQLException cause
                    ? ServerErrors.typed(cause, settings.limits())
                    : new QueryFailedException("The migration of " + settings.qualifiedTable() + " failed", failure);
        }
    }

    /**
     * Another service at the same step, or one that died in it, is why a second attempt succeeds where the first
     * failed.
     */
    private static void migrate(Flyway flyway, SpanStoreSettings settings, int attempts) {
        try {
            refuseNewer(flyway, settings);
            if (hasFailed(flyway)) {
                flyway.repair();
            }
            flyway.migrate();
        } catch (FlywayException failure) {
            if (attempts == 1 || !pause()) {
                throw failure;
            }
            log.info("Migration of {} met another, or failed; trying again: {}", settings, failure.getMessage());
            migrate(flyway, settings, attempts - 1);
        }
    }

    private static boolean hasFailed(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .anyMatch(migration -> migration.getState().isFailed());
    }

    /** A moment of its own for each service, so that they do not meet again; false if there is no time left. */
    private static boolean pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(200, 1_000));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
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
                        "rollupTtl", ttl("Time", settings.retention()),
                        "decisionTtl", ttl("Timestamp", settings.decisionRetention()),
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
