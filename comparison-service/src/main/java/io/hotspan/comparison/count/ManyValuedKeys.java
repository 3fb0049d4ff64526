package io.hotspan.comparison.count;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.AttributeIds;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys with very many values (request ids and the like), found on a sample of the rows. Of them only the values
 * frequent in the selection are told apart, or the counting pass would build a table of every request id there is.
 *
 * @param values the bits of each key, with the number of its values in the sample
 * @param frequent the hashed values to tell apart
 */
record ManyValuedKeys(Map<Long, Long> values, List<BigInteger> frequent) {
    /** Enough rows to see which keys have many values. */
    private static final int SAMPLE_ROWS = 100_000;

    /** A key that nearly every span has another value of counts as one with many, if it has more than so many. */
    private static final int FEW_VALUES = 50;

    /** Values of a key with many that are counted one by one: the selection's most frequent. */
    private static final int FREQUENT_VALUES = 20;

    ManyValuedKeys {
        values = Map.copyOf(values);
        frequent = List.copyOf(frequent);
    }

    /**
     * Looks for them.
     *
     * @param stored how many rows there are
     * @param manyValues past so many values a key is one of them
     */
    static ManyValuedKeys find(Rows rows, long stored, int manyValues, StoreSession store) {
        Map<Long, Long> keys = keys(rows, stored, manyValues, store);
        return new ManyValuedKeys(keys, keys.isEmpty() ? List.of() : frequentIn(rows, keys, store));
    }

    /** The ids of a row, those of such keys merged into one for each key, but for the frequent values. */
    SqlFragment ids() {
        if (values.isEmpty()) {
            return SqlFragment.of("Ids");
        }
        SqlFragment rare = frequent.isEmpty() ? SqlFragment.TRUE : SqlFragment.of("x NOT IN ?", frequent);
        return SqlFragment.format(
                "arrayMap(x -> if(bitShiftRight(x, %1$d) IN {} AND {}, bitShiftLeft(bitShiftRight(x, %1$d), %1$d), x), Ids)"
                        .formatted(AttributeIds.VALUE_BITS),
                list(values),
                rare);
    }

    private static Map<Long, Long> keys(Rows rows, long stored, int manyValues, StoreSession store) {
        Map<Long, Long> keys = new LinkedHashMap<>();
        SqlFragment sql = SqlFragment.format(
                """
                SELECT bitShiftRight(id, %d) AS k, uniqExact(id) AS values
                FROM (SELECT arrayJoin(Ids) AS id FROM ({}) WHERE xxHash64(At) %% {} = 0)
                GROUP BY k HAVING values > {} OR (values > {} AND values * 2 > count())""".formatted(AttributeIds.VALUE_BITS),
                rows.sql(),
                SqlFragment.of("?", Math.max(1, stored / SAMPLE_ROWS)),
                SqlFragment.of("?", manyValues),
                SqlFragment.of("?", Math.min(manyValues, FEW_VALUES)));
        store.forEach(sql, row -> keys.put(row.getLong(1), row.getLong(2)));
        return keys;
    }

    private static List<BigInteger> frequentIn(Rows rows, Map<Long, Long> keys, StoreSession store) {
        SqlFragment sql = SqlFragment.format(
                """
                SELECT toString(arrayJoin(topK(%d)(id)))
                FROM (SELECT arrayJoin(Ids) AS id FROM ({}) WHERE S = 1)
                WHERE bitShiftRight(id, %d) IN {}
                GROUP BY bitShiftRight(id, %d)""".formatted(FREQUENT_VALUES, AttributeIds.VALUE_BITS, AttributeIds.VALUE_BITS),
                rows.sql(),
                list(keys));
        return store.list(sql, row -> new BigInteger(row.getString(1)));
    }

    private static SqlFragment list(Map<Long, Long> keys) {
        return SqlFragment.of("?", List.copyOf(keys.keySet()));
    }
}
