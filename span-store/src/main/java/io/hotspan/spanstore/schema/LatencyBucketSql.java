package io.hotspan.spanstore.schema;

import io.hotspan.telemetry.latency.LatencyBuckets;
import java.math.BigInteger;

/** {@link LatencyBuckets#index} as ClickHouse computes it, for a column of whole nanoseconds. */
public final class LatencyBucketSql {
    private static final int TOP_BIT = 63;

    private LatencyBucketSql() {}

    /**
     * The bucket of {@code column}. The logarithm only finds the doubling {@code k}; within it the bucket is the number
     * of edges {@code floor(2^(k + j/4))} that the value is above, and these are the leading bits of {@code 2^(63 +
     * j/4)}. So every comparison is between whole numbers, and a logarithm that rounds up to the next doubling does no
     * harm: the value is above none of that one's edges, and lands in the bucket that ends where it begins.
     */
    public static String of(String column) {
        String nanos = "toUInt64(greatest(" + column + ", 1))";
        String doubling = "toUInt8(least(floor(log2(" + nanos + ")), " + TOP_BIT + "))";
        StringBuilder sql = new StringBuilder("toInt16(least(4 * " + doubling + " - 1");
        for (int quarter = 0; quarter < 1 << LatencyBuckets.SCALE; quarter++) {
            sql.append(" + (%s > bitShiftRight(toUInt64(%s), toUInt8(%d - %s)))"
                    .formatted(nanos, leadingBits(quarter), TOP_BIT, doubling));
        }
        return sql.append(", ").append(LatencyBuckets.MAX_INDEX).append("))").toString();
    }

    /** {@code floor(2^(63 + quarter/4))}. */
    private static BigInteger leadingBits(int quarter) {
        return BigInteger.TWO.pow(4 * TOP_BIT + quarter).sqrt().sqrt();
    }
}
