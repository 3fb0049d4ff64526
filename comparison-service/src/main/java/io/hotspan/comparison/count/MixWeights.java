package io.hotspan.comparison.count;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.query.SqlFragment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Factors that give the baseline the selection's mix of something, operations or routes (direct standardization), so
 * that what differs is not merely which endpoints were slow. What the selection lacks counts nothing.
 */
record MixWeights(List<BigInteger> kinds, List<Double> factors) {
    /** Past so many kinds the rest, each a sliver of the selection, is left out. */
    private static final int MAX_KINDS = 1_000;

    /** Every span counts as it is. */
    static final MixWeights NONE = new MixWeights(List.of(), List.of());

    MixWeights {
        kinds = List.copyOf(kinds);
        factors = List.copyOf(factors);
    }

    /**
     * The factor of each kind: its weight in the selection by its weight in the baseline.
     *
     * @param column {@code Op} or {@code Route} of the rows
     */
    static MixWeights matching(Rows rows, String column, StoreSession store) {
        List<BigInteger> kinds = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        SqlFragment sql = SqlFragment.format("""
                SELECT toString(%1$s), sumIf(W, S = 1) AS selected, sumIf(W, S = 0) AS baseline
                FROM ({}) GROUP BY %1$s HAVING selected > 0 AND baseline > 0
                ORDER BY selected DESC LIMIT %2$d""".formatted(column, MAX_KINDS), rows.sql());
        store.forEach(sql, row -> {
            kinds.add(new BigInteger(row.getString(1)));
            factors.add(row.getDouble(2) / row.getDouble(3));
        });
        // None in common: then no span of the baseline is comparable, and a factor of none says so.
        return kinds.isEmpty()
                ? new MixWeights(List.of(BigInteger.ZERO), List.of(0.0))
                : new MixWeights(kinds, factors);
    }

    /** The factor of a row. */
    SqlFragment factor(String column) {
        return kinds.isEmpty()
                ? SqlFragment.of("1.")
                : SqlFragment.of("if(S = 1, 1., transform(%s, ?, ?, 0.))".formatted(column), kinds, factors);
    }
}
