package io.hotspan.spanstore.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where queries run. Kills and progress have connections of their own: they must get through when all others are taken
 * by the very queries they are about.
 */
public final class QueryServer {
    private static final Logger log = LoggerFactory.getLogger(QueryServer.class);

    private final DataSource queries;
    private final DataSource control;
    private volatile @Nullable ReadOnlyMode readOnly;

    public QueryServer(DataSource queries, DataSource control) {
        this.queries = queries;
        this.control = control;
    }

    /** A query that reports to {@code progress} a few times a second while it runs, if that is given. */
    public StoreQuery query(SqlFragment sql, QueryLimits limits, @Nullable Consumer<QueryProgress> progress) {
        return new StoreQuery(this, sql, limits, progress);
    }

    DataSource queries() {
        return queries;
    }

    /** Reads one row over a control connection. */
    <T> @Nullable T readControl(SqlFragment sql, RowMapper<T> mapper) throws SQLException {
        try (Connection connection = control.getConnection();
                Statement statement = connection.createStatement()) {
            QueryRequest.bind(statement, sql);
            try (ResultSet rows = statement.executeQuery(QueryRequest.text(sql))) {
                return rows.next() ? mapper.map(rows) : null;
            }
        }
    }

    /** What the user may do; asked once, as a profile does not change under a running service. */
    ReadOnlyMode readOnly() throws SQLException {
        ReadOnlyMode known = readOnly;
        if (known == null) {
            Integer setting =
                    readControl(SqlFragment.of("SELECT toInt32(getSetting('readonly'))"), row -> row.getInt(1));
            known = switch (setting == null ? 0 : setting) {
                case 0 -> ReadOnlyMode.WRITABLE;
                case 1 -> ReadOnlyMode.SETTINGS_FIXED;
                default -> ReadOnlyMode.READ_ONLY;
            };
            readOnly = known;
        }
        return known;
    }

    void kill(String queryId) {
        try {
            readControl(SqlFragment.of("KILL QUERY WHERE query_id = ? ASYNC", queryId), row -> row.getString(1));
        } catch (SQLException refused) {
            log.warn("Could not kill query {}: it ends with its time limit", queryId, refused);
        }
    }
}
