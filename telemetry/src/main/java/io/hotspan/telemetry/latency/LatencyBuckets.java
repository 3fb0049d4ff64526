package io.hotspan.telemetry.latency;

import java.math.BigInteger;

/**
 * The base-2 exponential histogram of the OpenTelemetry metrics data model at scale 2: four buckets per doubling, so a
 * bucket's upper edge is 19 % above its lower one. Bucket {@code i} holds the durations {@code d} (whole nanoseconds)
 * with {@code 2^(i/4) < d <= 2^((i+1)/4)}. Edges are given as the whole numbers that divide durations the same way, so
 * {@code lowerNanos(i) < d && d <= upperNanos(i)} is exact, in Java as in SQL.
 */
public final class LatencyBuckets {
    /** The histogram's scale: {@code 2^SCALE} buckets per doubling. */
    public static final int SCALE = 2;

    /** The bucket of 1 ns and, as there is no separate zero bucket, of everything below. */
    public static final int MIN_INDEX = -1;

    private static final int PER_DOUBLING = 1 << SCALE;

    /** {@code UPPER[i + 1]} is the upper edge of bucket {@code i}. */
    private static final long[] UPPER = upperEdges();

    /** The bucket of {@link Long#MAX_VALUE} nanoseconds. */
    public static final int MAX_INDEX = UPPER.length - 2;

    private LatencyBuckets() {}

    /** The bucket that holds {@code durationNanos}; a negative duration counts as none. */
    public static int index(long durationNanos) {
        if (durationNanos <= 1) {
            return MIN_INDEX;
        }
        int doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(durationNanos);
        int first = doublings * PER_DOUBLING;
        // One more for each edge it lies above, which is the difference's sign bit. A loop that stops at the right edge
        // would be mispredicted every other time.
        long above = 0;
        for (int edge = first; edge < first + PER_DOUBLING; edge++) {
            above += (UPPER[edge] - durationNanos) >>> (Long.SIZE - 1);
        }
        return first - 1 + (int) above;
    }

    /** The largest duration below bucket {@code index}, in nanoseconds: the bucket's exclusive lower edge. */
    public static long lowerNanos(int index) {
        return index == MIN_INDEX ? -1 : UPPER[index];
    }

    /** The largest duration in bucket {@code index}, in nanoseconds: its inclusive upper edge. */
    public static long upperNanos(int index) {
        return UPPER[index + 1];
    }

    private static long[] upperEdges() {
        long[] edges = new long[(Long.SIZE - 1) * PER_DOUBLING + 1];
        for (int i = 0; i < edges.length - 1; i++) {
            // floor(sqrt(floor(sqrt(2^i)))) = floor(2^(i/4))
            edges[i] = BigInteger.TWO.pow(i).sqrt().sqrt().longValueExact();
        }
        edges[edges.length - 1] = Long.MAX_VALUE;
        return edges;
    }
}
