package io.hotspan.heatmap.cells;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;

/**
 * The variance of an estimated number of spans.
 *
 * <p>Traces are assumed to be kept whole and independently of each other, each with probability {@code 1 / weight}
 * (Poisson sampling). A trace with {@code m} counted spans of weight {@code w} then adds {@code w (w - 1) m²} to the
 * Horvitz-Thompson estimator of the variance: its spans come or go together. The sum over single spans, which the cells
 * bring with them, lacks one {@code m}; how much larger the true variance is, Kish's design effect, is found by
 * grouping spans by trace, and grouping is dear: of many spans it is done on a part.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1952.10483446">Horvitz, Thompson: A Generalization of Sampling Without
 *     Replacement From a Finite Universe (1952)</a>
 */
final class SamplingVariance {

    /** About so many sampled spans are enough to know a standard error to two digits. */
    private static final double ENOUGH_SPANS = 100_000;

    private SamplingVariance() {}

    /** The variance of the weighted count of the query's spans, which {@code spans} matches within its time. */
    static double of(
            SampledSpans sampled, HeatmapQuery query, SqlFragment spans, SpanColumns columns, StoreSession store) {
        // A trace has one root, so there is nothing to group.
        if (sampled.count() == 0 || query.scope() == SpanScope.ROOT) {
            return sampled.variance();
        }
        SqlFragment part = SqlFragment.any(query.grid().blocks(ENOUGH_SPANS / sampled.count()).stream()
                .map(TimeRange::where)
                .toList());
        double effect = designEffect(part.and(spans), columns, store);
        // None of the sampled spans lies in the part: then all of them have to do.
        return sampled.variance()
                * (Double.isNaN(effect)
                        ? designEffect(query.grid().range().where().and(spans), columns, store)
                        : effect);
    }

    private static double designEffect(SqlFragment where, SpanColumns columns, StoreSession store) {
        String template = """
                SELECT sum(weight * (weight - 1) * spans * spans) / sum(weight * (weight - 1) * spans)
                FROM (
                    SELECT max(%1$s) AS weight, count() AS spans
                    FROM %2$s
                    WHERE {} AND %1$s != 1
                    GROUP BY TraceId
                )""".formatted(columns.weight(), store.settings().qualifiedTable());
        return store.list(SqlFragment.format(template, where), row -> row.getDouble(1))
                .getFirst();
    }
}
