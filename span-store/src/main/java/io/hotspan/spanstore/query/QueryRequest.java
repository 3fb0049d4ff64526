package io.hotspan.spanstore.query;

import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.jdbc.StatementImpl;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What accompanies a statement: its id, limits and bound values. */
final class QueryRequest {
    /** How much longer than the server the client waits, for the error to arrive. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private QueryRequest() {}

    /**
     * The statement with typed, named parameters in place of its {@code ?}. Equal values share one: the server takes a
     * thousand parameters, and a condition may stand in a statement several times.
     */
    static String text(SqlFragment sql) {
        List<Object> params = sql.params();
        return Placeholders.replace(
                sql.sql(),
                index -> "{p" + params.indexOf(params.get(index)) + ":"
                        + BoundValue.of(params.get(index)).type() + "}");
    }

    static void prepare(Statement statement, String id, SqlFragment sql, QueryLimits limits, ReadOnlyMode readOnly)
            throws SQLException {
        QuerySettings settings = bind(statement, sql);
        settings.setQueryId(id);
        settings.setNetworkTimeout(limits.maxExecutionTime().plus(GRACE).toMillis(), ChronoUnit.MILLIS);
        if (readOnly == ReadOnlyMode.SETTINGS_FIXED) {
            return;
        }
        if (readOnly == ReadOnlyMode.WRITABLE) {
            settings.serverSetting("readonly", "2");
        }
        settings.serverSetting("max_execution_time", seconds(limits.maxExecutionTime()));
        settings.serverSetting("max_memory_usage", Long.toString(limits.maxMemoryBytes()));
        settings.serverSetting("max_result_rows", Long.toString(limits.maxResultRows()));
        settings.serverSetting("result_overflow_mode", "throw");
        // An error half-way then comes as an error, not as a result that ends early.
        settings.serverSetting("wait_end_of_query", "1");
        settings.serverSetting("cancel_http_readonly_queries_on_client_close", "1");
    }

    /** Sends the statement's values beside it. */
    static QuerySettings bind(Statement statement, SqlFragment sql) throws SQLException {
        // The driver would look for {d '…'} in every text.
        statement.setEscapeProcessing(false);
        QuerySettings settings = statement.unwrap(StatementImpl.class).getLocalSettings();
        List<Object> params = sql.params();
        for (int i = 0; i < params.size(); i++) {
            if (params.indexOf(params.get(i)) == i) {
                settings.serverSetting(
                        "param_p" + i, BoundValue.of(params.get(i)).text());
            }
        }
        return settings;
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }
}
