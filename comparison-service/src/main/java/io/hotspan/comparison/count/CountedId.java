package io.hotspan.comparison.count;

import io.hotspan.spanstore.schema.AttributeIds;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One hashed attribute value and how often each side has it.
 *
 * @param atNanos when a span with it started: where to look for its text
 * @param values how many values its key has
 * @param present the spans with any value of its key
 */
record CountedId(BigInteger id, ValueCounts own, long atNanos, long values, ValueCounts present) {

    static CountedId of(ResultSet row) throws SQLException {
        return new CountedId(
                new BigInteger(row.getString(1)),
                new ValueCounts(null, row.getDouble(2), row.getLong(3), row.getDouble(4), row.getLong(5)),
                row.getLong(6),
                row.getLong(7),
                new ValueCounts(null, row.getDouble(8), row.getLong(9), row.getDouble(10), row.getLong(11)));
    }

    long key() {
        return id.shiftRight(AttributeIds.VALUE_BITS).longValueExact();
    }

    /** Whether it stands for all the rare values of its key. */
    boolean isMerged() {
        return id.getLowestSetBit() >= AttributeIds.VALUE_BITS;
    }

    ValueCounts counts(@Nullable String value) {
        return new ValueCounts(value, own.selected(), own.selectedStored(), own.baseline(), own.baselineStored());
    }
}
