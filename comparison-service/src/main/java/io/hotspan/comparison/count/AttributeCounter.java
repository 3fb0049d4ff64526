package io.hotspan.comparison.count;

import io.hotspan.comparison.count.ValueCounts.Tally;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.AttributeIds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts every attribute of both sides in one pass over hashed ids. Keys with very many values (request ids and the
 * like) are found on a sample first; of them only the values frequent in the selection are told apart, or the pass
 * would build a table of every request id there is.
 */
public final class AttributeCounter {
    /** Enough rows to see which keys have many values. */
    private static final int SAMPLE_ROWS = 100_000;

    /** Values of a key with many that are counted one by one: the selection's most frequent. */
    private static final int FREQUENT_VALUES = 20;

    private static final int BASELINE = 0;
    private static final int SELECTION = 1;
    private static final int MATCHED = 2;

    private final StoreSession store;
    private final int valuesPerKey;
    private final int manyValues;

    /**
     * A counter for one caller.
     *
     * @param valuesPerKey how many values of each attribute are reported
     * @param manyValues past so many values a key counts as one of high cardinality
     */
    public AttributeCounter(StoreSession store, int valuesPerKey, int manyValues) {
        this.store = store;
        this.valuesPerKey = valuesPerKey;
        this.manyValues = manyValues;
    }

    /** Counts both sides; without keys where one of them is empty. */
    public Counts count(Sides sides) {
        Rows plain = new Rows(sides, store.columns(), store.settings().qualifiedTable());
        Rows rows = sides.sameOperation() ? plain.byOperation(MixWeights.matching(plain, "Op", store)) : plain;
        Rows matched = rows.byRoute(MixWeights.matching(rows, "Route", store));
        SideTotals[] totals = totals(matched, sides.scope());
        SideTotals selection = totals[SELECTION];
        SideTotals baseline = totals[BASELINE];
        if (selection.all().weight() == 0 || baseline.all().weight() == 0) {
            return new Counts(selection, baseline, baseline, List.of());
        }
        if (totals[MATCHED].all().weight() >= selection.all().weight() / 2) {
            rows = matched;
        } else {
            totals[MATCHED] = baseline; // most of the selection is of routes that nothing else is of
        }
        Map<Long, Long> manyValued = keysWithManyValues(
                rows, selection.all().stored() + baseline.all().stored());
        List<BigInteger> frequent = manyValued.isEmpty() ? List.of() : frequentValues(rows, manyValued);
        List<CountedId> counted = countIds(rows, manyValued, frequent, selection, baseline);
        return new Counts(selection, baseline, totals[MATCHED], named(rows, counted, manyValued));
    }

    private SideTotals[] totals(Rows rows, SpanScope scope) {
        String traces = scope == SpanScope.ROOT ? "0" : "uniqCombined64(TraceId)";
        SideTotals[] totals = {SideTotals.NONE, SideTotals.NONE, SideTotals.NONE};
        SqlFragment sql = SqlFragment.format("""
                SELECT S, sum(W), sum(W * W), countIf(W > 0), sumIf(W, Failed), %s, max(Sampled), sum(M), sum(M * M)
                FROM ({}) GROUP BY S""".formatted(traces), rows.sql());
        store.forEach(sql, row -> {
            long stored = row.getLong(4);
            double errors = row.getDouble(5);
            long inTraces = row.getLong(6);
            boolean sampled = row.getInt(7) == 1;
            Tally all = new Tally(row.getDouble(2), row.getDouble(3), stored);
            totals[row.getInt(1)] = new SideTotals(all, errors, inTraces, sampled);
            if (row.getInt(1) == BASELINE) {
                totals[MATCHED] = new SideTotals(
                        new Tally(row.getDouble(8), row.getDouble(9), stored), errors, inTraces, sampled);
            }
        });
        return totals;
    }

    /** The key bits of such keys, each with the number of its values in the sample. */
    private Map<Long, Long> keysWithManyValues(Rows rows, long stored) {
        Map<Long, Long> keys = new LinkedHashMap<>();
        SqlFragment sql = SqlFragment.format(
                """
                SELECT bitShiftRight(id, %d) AS k, uniqExact(id) AS values
                FROM (SELECT arrayJoin(Ids) AS id FROM ({}) WHERE xxHash64(At) %% {} = 0)
                GROUP BY k HAVING values > {} OR (values > {} AND values * 2 > count())""".formatted(AttributeIds.VALUE_BITS),
                rows.sql(),
                SqlFragment.of("?", Math.max(1, stored / SAMPLE_ROWS)),
                SqlFragment.of("?", manyValues),
                SqlFragment.of("?", Math.min(manyValues, 50)));
        store.forEach(sql, row -> keys.put(row.getLong(1), row.getLong(2)));
        return keys;
    }

    private List<BigInteger> frequentValues(Rows rows, Map<Long, Long> manyValued) {
        SqlFragment sql = SqlFragment.format(
                """
                SELECT toString(arrayJoin(topK(%d)(id)))
                FROM (SELECT arrayJoin(Ids) AS id FROM ({}) WHERE S = 1)
                WHERE bitShiftRight(id, %d) IN {}
                GROUP BY bitShiftRight(id, %d)""".formatted(FREQUENT_VALUES, AttributeIds.VALUE_BITS, AttributeIds.VALUE_BITS),
                rows.sql(),
                keys(manyValued));
        return store.list(sql, row -> new BigInteger(row.getString(1)));
    }

    private List<CountedId> countIds(
            Rows rows,
            Map<Long, Long> manyValued,
            List<BigInteger> frequent,
            SideTotals selection,
            SideTotals baseline) {
        SqlFragment ids = manyValued.isEmpty() ? SqlFragment.of("Ids") : merged(manyValued, frequent);
        SqlFragment sql = SqlFragment.format(
                """
                SELECT toString(id), at, count() OVER key AS values,
                    selected, selectedSquares, selectedStored, baseline, baselineSquares, baselineStored,
                    matched, matchedSquares,
                    sum(selected) OVER key, sum(selectedSquares) OVER key, sum(selectedStored) OVER key,
                    sum(baseline) OVER key, sum(baselineSquares) OVER key, sum(baselineStored) OVER key,
                    sum(matched) OVER key, sum(matchedSquares) OVER key
                FROM (
                    SELECT id, any(At) AS at,
                        sumIf(W, S = 1) AS selected, sumIf(W * W, S = 1) AS selectedSquares,
                        countIf(S = 1) AS selectedStored,
                        sumIf(W, S = 0) AS baseline, sumIf(W * W, S = 0) AS baselineSquares,
                        countIf(S = 0 AND W > 0) AS baselineStored,
                        sumIf(M, S = 0) AS matched, sumIf(M * M, S = 0) AS matchedSquares
                    FROM (SELECT arrayJoin({}) AS id, W, M, S, At FROM ({}))
                    GROUP BY id
                )
                WINDOW key AS (PARTITION BY bitShiftRight(id, %1$d))
                ORDER BY bitShiftRight(id, %1$d), abs(selected / {} - baseline / {}) DESC, id
                LIMIT %2$d BY bitShiftRight(id, %1$d)""".formatted(AttributeIds.VALUE_BITS, valuesPerKey),
                ids,
                rows.sql(),
                SqlFragment.of("?", selection.all().weight()),
                SqlFragment.of("?", baseline.all().weight()));
        return store.list(sql, CountedId::of);
    }

    /** All values of a key with many become one, but for the frequent ones. */
    private static SqlFragment merged(Map<Long, Long> manyValued, List<BigInteger> frequent) {
        SqlFragment rare = frequent.isEmpty() ? SqlFragment.TRUE : SqlFragment.of("x NOT IN ?", frequent);
        return SqlFragment.format(
                "arrayMap(x -> if(bitShiftRight(x, %1$d) IN {} AND {}, bitShiftLeft(bitShiftRight(x, %1$d), %1$d), x), Ids)"
                        .formatted(AttributeIds.VALUE_BITS),
                keys(manyValued),
                rare);
    }

    private static SqlFragment keys(Map<Long, Long> manyValued) {
        return SqlFragment.of("?", List.copyOf(manyValued.keySet()));
    }

    private List<KeyCounts> named(Rows rows, List<CountedId> counted, Map<Long, Long> manyValued) {
        Map<BigInteger, AttributeNames.Name> names = AttributeNames.of(rows, store, counted);
        Map<Long, List<CountedId>> byKey = new LinkedHashMap<>();
        counted.forEach(
                id -> byKey.computeIfAbsent(id.key(), _ -> new ArrayList<>()).add(id));
        List<KeyCounts> keys = new ArrayList<>();
        byKey.forEach((key, ids) -> {
            AttributeNames.Name name = names.get(ids.getFirst().id());
            if (name == null) {
                return; // expired or merged away between two queries
            }
            List<ValueCounts> values = new ArrayList<>();
            for (CountedId id : ids) {
                AttributeNames.Name value = names.get(id.id());
                if (!id.isMerged() && value != null) {
                    values.add(id.counts(value.value()));
                }
            }
            Long sampledValues = manyValued.get(key);
            long distinct = sampledValues == null ? ids.getFirst().values() : sampledValues;
            keys.add(new KeyCounts(name.key(), distinct, ids.getFirst().present(), values, sampledValues != null));
        });
        return keys;
    }
}
