package io.hotspan.comparison.count;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.AttributeIds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts every attribute of both sides in one pass over hashed ids, and names what it has counted. */
public final class AttributeCounter {
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
        Totals totals = Totals.of(matched, sides.scope(), store);
        if (totals.isOneSided()) {
            return new Counts(totals.selection(), totals.baseline(), totals.baseline(), List.of());
        }
        if (totals.isMatchedUseful()) {
            rows = matched;
        } else {
            totals = totals.unmatched();
        }
        ManyValuedKeys manyValued = ManyValuedKeys.find(rows, totals.stored(), manyValues, store);
        List<CountedId> counted = countIds(rows, manyValued, totals);
        return new Counts(totals.selection(), totals.baseline(), totals.matched(), named(rows, counted, manyValued));
    }

    private List<CountedId> countIds(Rows rows, ManyValuedKeys manyValued, Totals totals) {
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
                manyValued.ids(),
                rows.sql(),
                SqlFragment.of("?", totals.selection().all().weight()),
                SqlFragment.of("?", totals.baseline().all().weight()));
        return store.list(sql, CountedId::of);
    }

    private List<KeyCounts> named(Rows rows, List<CountedId> counted, ManyValuedKeys manyValued) {
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
            Long sampledValues = manyValued.values().get(key);
            long distinct = sampledValues == null ? ids.getFirst().values() : sampledValues;
            keys.add(new KeyCounts(name.key(), distinct, ids.getFirst().present(), values, sampledValues != null));
        });
        return keys;
    }
}
