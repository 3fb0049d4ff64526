package io.hotspan.spanstore;

import com.zaxxer.hikari.HikariDataSource;
import io.hotspan.spanstore.error.TableMissingException;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.spanstore.query.QueryProgress;
import io.hotspan.spanstore.query.QueryServer;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.query.StoreQuery;
import io.hotspan.spanstore.schema.SpanColumns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Spans in ClickHouse. Opening it connects to nothing yet, so a service can start before its store. */
public final class SpanStore implements AutoCloseable {
    /** How long the answer to {@link #columns()} holds: a migration under a running service is noticed after it. */
    private static final Duration COLUMNS_HOLD = Duration.ofMinutes(1);

    private static final int CONTROL_CONNECTIONS = 2;

    /** How long the server may take beyond the time of the work itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final SpanStoreSettings settings;
    private final HikariDataSource queries;
    private final HikariDataSource control;
    private final QueryServer server;
    private final ServerProbe probe;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    private SpanStore(SpanStoreSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        Duration longest = settings.limits().maxExecutionTime().plus(GRACE);
        this.queries = ConnectionPool.open(settings, "queries", settings.maxConnections(), longest);
        this.control = ConnectionPool.open(settings, "control", CONTROL_CONNECTIONS, GRACE);
        this.server = new QueryServer(queries, control);
        this.probe = new ServerProbe(settings);
    }

    /** A store that makes no table: for those who only read. */
    public static SpanStore open(SpanStoreSettings settings) {
        return new SpanStore(settings, InstantSource.system());
    }

    /** Brings the tables to this release's schema; see {@link Migrations}. */
    public void migrate() {
        Migrations.run(queries, settings);
        known = null;
    }

    public SpanStoreSettings settings() {
        return settings;
    }

    /** Connections of the ClickHouse JDBC driver, for what {@link StoreQuery} does not do. */
    public DataSource dataSource() {
        return queries;
    }

    /** A query within the settings' limits. */
    public StoreQuery query(SqlFragment sql) {
        return server.query(sql, settings.limits(), null);
    }

    /** A query within other limits, which tells {@code progress} a few times a second how far it is. */
    public StoreQuery query(SqlFragment sql, QueryLimits limits, @Nullable Consumer<QueryProgress> progress) {
        return server.query(sql, limits, progress);
    }

    /**
     * Which columns the table has.
     *
     * @throws io.hotspan.spanstore.error.TableMissingException if there is no such table
     */
    public SpanColumns columns() {
        return tables().columns;
    }

    /**
     * Whether there is a table of counts made before sampling that this user may read.
     *
     * @throws io.hotspan.spanstore.error.TableMissingException if there is no span table
     */
    public boolean hasRollups() {
        return tables().rollups;
    }

    /**
     * The server's version, such as {@code 26.7.1.1}, asked for now. Answers or fails within about two seconds, however
     * the server is away and whatever else it is busy with.
     *
     * @throws io.hotspan.spanstore.error.StoreUnavailableException if the server does not answer, or not this user
     */
    public String serverVersion() {
        return probe.version();
    }

    private Known tables() {
        Known last = known;
        if (last == null || last.readAtMillis + COLUMNS_HOLD.toMillis() < clock.millis()) {
            last = readTables();
            known = last;
        }
        return last;
    }

    private Known readTables() {
        SqlFragment sql = SqlFragment.of(
                "SELECT name, table = ? FROM system.columns WHERE database = ? AND table IN ?",
                settings.table(),
                settings.database(),
                List.of(settings.table(), settings.rollupTable()));
        Set<String> names = new HashSet<>();
        boolean[] rollups = {false};
        query(sql).forEach(row -> {
            if (row.getBoolean(2)) {
                names.add(row.getString(1));
            } else {
                rollups[0] = true;
            }
        });
        if (names.isEmpty()) {
            throw new TableMissingException(
                    "There is no table " + settings.qualifiedTable() + " yet; span-writer makes it", null);
        }
        return new Known(new SpanColumns(names), rollups[0], clock.millis());
    }

    @Override
    public void close() {
        probe.close();
        queries.close();
        control.close();
    }

    private record Known(SpanColumns columns, boolean rollups, long readAtMillis) {}
}
