package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;

/**
 * The variance of an estimated number of spans.
 *
 * <p>Traces are assumed to be kept whole and independently of each other, each with probability {@code 1 / weight}
 * (Poisson sampling). A trace with {@code m} counted spans of weight {@code w} then adds {@code w (w - 1) m²} to the
 * Horvitz-Thompson estimator of the variance: its spans come or go together, so it is their square that counts, and a
 * sum over single spans would promise too much.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1952.10483446">Horvitz, Thompson: A Generalization of Sampling Without
 *     Replacement From a Finite Universe (1952)</a>
 */
final class SamplingVariance {

    /** About so many sampled spans are enough to know a standard error to two digits. */
    private static final long ENOUGH_SPANS = 500_000;

    private SamplingVariance() {}

    /** The variance of the weighted count of the spans that {@code where} matches, {@code sampled} of them weighted. */
    static double of(SqlFragment where, SpanScope scope, long sampled, SpanColumns columns, StoreSession store) {
        String table = store.settings().qualifiedTable();
        // A trace has one root, so there is nothing to group.
        String template = scope == SpanScope.ROOT
                ? "SELECT sum(%1$s * (%1$s - 1)) FROM %2$s WHERE {}".formatted(columns.weight(), table)
                : """
            SELECT ifNull(sum(weight * (weight - 1) * spans * spans), 0) * %3$d
            FROM (
                SELECT max(%1$s) AS weight, count() AS spans
                FROM %2$s
                WHERE {} AND %1$s != 1 AND cityHash64(TraceId) %% %3$d = 0
                GROUP BY TraceId
            )""".formatted(columns.weight(), table, everyNthTrace(sampled));
        return store.list(SqlFragment.format(template, where), row -> row.getDouble(1))
                .getFirst();
    }

    /** Grouping by trace is dear: of many traces a share, chosen by hash, tells the same. */
    private static long everyNthTrace(long sampled) {
        return Math.max(1, Math.ceilDiv(sampled, ENOUGH_SPANS));
    }
}
