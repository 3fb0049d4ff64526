package io.hotspan.comparison.count;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.query.SqlFragment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Factors that give the baseline the selection's mix of operations (direct standardization), so that what differs is
 * not merely which endpoints were slow. Operations that the selection lacks count nothing.
 */
record OperationWeights(List<BigInteger> operations, List<Double> factors) {
    /** Past so many operations the rest, each a sliver of the selection, is left out. */
    private static final int MAX_OPERATIONS = 1_000;

    /** Every span counts as it is. */
    static final OperationWeights NONE = new OperationWeights(List.of(), List.of());

    OperationWeights {
        operations = List.copyOf(operations);
        factors = List.copyOf(factors);
    }

    /** The factor of each operation: its weight in the selection by its weight in the baseline. */
    static OperationWeights matching(Rows rows, StoreSession store) {
        List<BigInteger> operations = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        SqlFragment sql = SqlFragment.format("""
                SELECT toString(Op), sumIf(W, S = 1) AS selected, sumIf(W, S = 0) AS baseline
                FROM ({}) GROUP BY Op HAVING selected > 0 AND baseline > 0
                ORDER BY selected DESC LIMIT %d""".formatted(MAX_OPERATIONS), rows.sql());
        store.forEach(sql, row -> {
            operations.add(new BigInteger(row.getString(1)));
            factors.add(row.getDouble(2) / row.getDouble(3));
        });
        // None in common: then no span of the baseline is comparable, and a factor of none says so.
        return operations.isEmpty()
                ? new OperationWeights(List.of(BigInteger.ZERO), List.of(0.0))
                : new OperationWeights(operations, factors);
    }

    SqlFragment weight(String column) {
        return operations.isEmpty()
                ? SqlFragment.of("toFloat64(" + column + ")")
                : SqlFragment.of(
                        "toFloat64(%s) * if(S = 1, 1., transform(Op, ?, ?, 0.))".formatted(column),
                        operations,
                        factors);
    }
}
