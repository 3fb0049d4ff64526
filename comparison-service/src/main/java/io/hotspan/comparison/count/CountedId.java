package io.hotspan.comparison.count;

import io.hotspan.comparison.count.ValueCounts.Tally;
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
                new BigInteger(row.getString(1)), counts(row, 4), row.getLong(2), row.getLong(3), counts(row, 12));
    }

    /**
     * Eight columns: weight, squares and rows of the selection and the baseline, weight and squares of the matched one.
     */
    private static ValueCounts counts(ResultSet row, int column) throws SQLException {
        Tally baseline = tally(row, column + 3);
        Tally matched = new Tally(row.getDouble(column + 6), row.getDouble(column + 7), baseline.stored());
        return new ValueCounts(null, tally(row, column), baseline, matched);
    }

    private static Tally tally(ResultSet row, int column) throws SQLException {
        return new Tally(row.getDouble(column), row.getDouble(column + 1), row.getLong(column + 2));
    }

    long key() {
        return id.shiftRight(AttributeIds.VALUE_BITS).longValueExact();
    }

    /** Whether it stands for all the rare values of its key. */
    boolean isMerged() {
        return id.getLowestSetBit() >= AttributeIds.VALUE_BITS;
    }

    ValueCounts counts(@Nullable String value) {
        return new ValueCounts(value, own.selected(), own.baseline(), own.matched());
    }
}
