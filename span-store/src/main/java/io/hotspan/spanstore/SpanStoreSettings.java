package io.hotspan.spanstore;

import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the spans are and what a query may cost.
 *
 * @param url the server's HTTP address, such as {@code http://localhost:8123}
 * @param database the database; made by the migrations if missing
 * @param table the span table; its companions' names begin with it
 * @param limits what a query may cost unless it says otherwise
 * @param maxConnections how many queries run at once; more wait
 * @param retention how long spans are kept in a table that our migrations make, in whole hours; zero keeps them for
 *     ever
 * @param decisionRetention the same for sampling decisions
 */
public record SpanStoreSettings(
        URI url,
        String username,
        String password,
        String database,
        String table,
        QueryLimits limits,
        int maxConnections,
        Duration retention,
        Duration decisionRetention) {
    private static final Duration USUAL_DECISION_RETENTION = Duration.ofDays(7);

    /** Names that need no quoting, so that they can stand in a statement. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    public SpanStoreSettings {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("url must be like http://localhost:8123 but is " + url);
        }
        requireIdentifier("database", database);
        requireIdentifier("table", table);
        if (maxConnections < 1) {
            throw new IllegalArgumentException("max-connections must be at least 1 but is " + maxConnections);
        }
        requireWholeHours("retention", "spans", retention);
        requireWholeHours("decision-retention", "decisions", decisionRetention);
    }

    /** Decisions are kept for a week, or as long as spans if that is less. */
    public SpanStoreSettings(
            URI url,
            String username,
            String password,
            String database,
            String table,
            QueryLimits limits,
            int maxConnections,
            Duration retention) {
        this(url, username, password, database, table, limits, maxConnections, retention, ofDecisions(retention));
    }

    /** The table {@code otel.otel_traces} of the default user at {@code url}, spans kept for 30 days. */
    public static SpanStoreSettings at(URI url) {
        return new SpanStoreSettings(
                url, "default", "", "otel", "otel_traces", QueryLimits.DEFAULT, 16, Duration.ofDays(30));
    }

    /** The same settings for another database. */
    public SpanStoreSettings withDatabase(String other) {
        return new SpanStoreSettings(
                url, username, password, other, table, limits, maxConnections, retention, decisionRetention);
    }

    /** The span table's full name, to stand in a statement. */
    public String qualifiedTable() {
        return database + "." + table;
    }

    /** The name of the table of counts made before sampling. */
    public String rollupTable() {
        return table + "_rollups";
    }

    /** Its full name, to stand in a statement. */
    public String qualifiedRollupTable() {
        return database + "." + rollupTable();
    }

    /** The full name of the table of sampling decisions. */
    public String qualifiedDecisionTable() {
        return qualifiedTable() + "_decisions";
    }

    /** The full name of the table that knows when each trace started and ended, to the second. */
    public String qualifiedLookupTable() {
        return qualifiedTable() + "_trace_id_ts";
    }

    @Override
    public String toString() {
        return "%s as %s, table %s".formatted(url, username, qualifiedTable());
    }

    private static Duration ofDecisions(Duration retention) {
        return retention.isZero() || retention.compareTo(USUAL_DECISION_RETENTION) < 0
                ? retention
                : USUAL_DECISION_RETENTION;
    }

    private static void requireWholeHours(String setting, String what, Duration retention) {
        if (retention.isNegative() || !retention.equals(Duration.ofHours(retention.toHours()))) {
            throw new IllegalArgumentException(
                    "%s must be whole hours, or 0 to keep %s, but is %s".formatted(setting, what, retention));
        }
    }

    private static void requireIdentifier(String what, String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " must be letters, digits and underscores but is \"" + name + "\"");
        }
    }
}
