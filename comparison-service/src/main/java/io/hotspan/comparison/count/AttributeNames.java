package io.hotspan.comparison.count;

import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.AttributeIds;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the text of hashed attributes in the spans in which they were seen. */
final class AttributeNames {
    private AttributeNames() {}

    /** An attribute's key, and its value as text. */
    record Name(AttributeKey key, String value) {}

    static Map<BigInteger, Name> of(Rows rows, StoreSession store, List<CountedId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Long> keysOfMerged = wanted.stream()
                .filter(CountedId::isMerged)
                .map(CountedId::key)
                .distinct()
                .toList();
        SqlFragment isMerged = keysOfMerged.isEmpty()
                ? SqlFragment.FALSE
                : SqlFragment.of("bitShiftRight(found.1, %d) IN ?".formatted(AttributeIds.VALUE_BITS), keysOfMerged);
        SqlFragment sql = SqlFragment.format(
                """
                SELECT toString(if(wanted, found.1, bitShiftLeft(bitShiftRight(found.1, %1$d), %1$d))) AS id,
                    any(found.2.1), any(found.2.2), any(found.2.3)
                FROM (
                    SELECT arrayJoin(arrayZip(Ids, Names)) AS found, found.1 IN {} AS wanted
                    FROM ({}) WHERE At IN {}
                )
                WHERE wanted OR {}
                GROUP BY id""".formatted(AttributeIds.VALUE_BITS),
                SqlFragment.of("?", wanted.stream().map(CountedId::id).toList()),
                rows.sql(),
                SqlFragment.of(
                        "?", wanted.stream().map(CountedId::atNanos).distinct().toList()),
                isMerged);
        Map<BigInteger, Name> names = new HashMap<>();
        store.forEach(
                sql,
                row -> names.put(
                        new BigInteger(row.getString(1)),
                        new Name(
                                new AttributeKey(
                                        AttributeKey.Scope.valueOf(
                                                row.getString(2).toUpperCase(Locale.ROOT)),
                                        row.getString(3)),
                                row.getString(4))));
        return names;
    }
}
