package io.hotspan.comparison.count;

import io.hotspan.comparison.count.ValueCounts.Tally;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.query.SqlFragment;
import java.util.HashMap;
import java.util.Map;

/**
 * All spans of both sides.
 *
 * @param matched the baseline's, weighted to the selection's mix of routes
 */
record Totals(SideTotals selection, SideTotals baseline, SideTotals matched) {

    static Totals of(Rows rows, SpanScope scope, StoreSession store) {
        // A trace has one root: then spans are as good as traces.
        String traces = scope == SpanScope.ROOT ? "0" : "uniqCombined64(TraceId)";
        SqlFragment sql = SqlFragment.format("""
                SELECT S, sum(W), sum(W * W), countIf(W > 0), sumIf(W, Failed), %s, max(Sampled), sum(M), sum(M * M)
                FROM ({}) GROUP BY S""".formatted(traces), rows.sql());
        Map<Boolean, SideTotals> bySelected = new HashMap<>();
        Map<Boolean, SideTotals> matched = new HashMap<>();
        store.forEach(sql, row -> {
            boolean selected = row.getInt(1) == 1;
            long stored = row.getLong(4);
            double errors = row.getDouble(5);
            long inTraces = row.getLong(6);
            boolean sampled = row.getInt(7) == 1;
            Tally all = new Tally(row.getDouble(2), row.getDouble(3), stored);
            Tally byRoute = new Tally(row.getDouble(8), row.getDouble(9), stored);
            bySelected.put(selected, new SideTotals(all, errors, inTraces, sampled));
            matched.put(selected, new SideTotals(byRoute, errors, inTraces, sampled));
        });
        return new Totals(
                bySelected.getOrDefault(true, SideTotals.NONE),
                bySelected.getOrDefault(false, SideTotals.NONE),
                matched.getOrDefault(false, SideTotals.NONE));
    }

    /** Whether one side has nothing to compare. */
    boolean isOneSided() {
        return selection.all().weight() == 0 || baseline.all().weight() == 0;
    }

    /** Whether at least half of the selection is of routes that the baseline has too. */
    boolean isMatchedUseful() {
        return matched.all().weight() >= selection.all().weight() / 2;
    }

    /** The same with the baseline as it is in the place of the matched one. */
    Totals unmatched() {
        return new Totals(selection, baseline, baseline);
    }

    /** How many rows both sides have. */
    long stored() {
        return selection.all().stored() + baseline.all().stored();
    }
}
