package io.hotspan.heatmap.cells;

import io.hotspan.heatmap.testing.TestSpan;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A heatmap computed span by span, from the definitions alone. */
final class IndependentGrid {

    /** Where a span falls. */
    record Place(long column, int bucket) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byColumn = Long.compare(column, other.column);
            return byColumn != 0 ? byColumn : Integer.compare(bucket, other.bucket);
        }
    }

    /** What a cell counts. */
    record Sums(double count, double errors, long stored) {
        Sums plus(TestSpan span) {
            double failed = span.status().equals("Error") ? span.weight() : 0;
            return new Sums(count + span.weight(), errors + failed, stored + 1);
        }
    }

    private IndependentGrid() {}

    static Map<Place, Sums> cells(List<TestSpan> spans, long fromNanos, long toNanos, long stepNanos) {
        Map<Place, Sums> cells = new TreeMap<>();
        for (TestSpan span : spans) {
            if (span.startNanos() >= fromNanos && span.startNanos() < toNanos) {
                Place place = new Place((span.startNanos() - fromNanos) / stepNanos, bucket(span.durationNanos()));
                cells.put(place, cells.getOrDefault(place, new Sums(0, 0, 0)).plus(span));
            }
        }
        return cells;
    }

    /** The sum over traces of w (w - 1) m². */
    static double variance(List<TestSpan> spans, long fromNanos, long toNanos) {
        Map<String, Long> sizes = new HashMap<>();
        Map<String, Double> weights = new HashMap<>();
        for (TestSpan span : spans) {
            if (span.startNanos() >= fromNanos && span.startNanos() < toNanos) {
                sizes.merge(span.traceId(), 1L, Long::sum);
                weights.put(span.traceId(), span.weight());
            }
        }
        return sizes.entrySet().stream()
                .mapToDouble(trace -> {
                    double weight = weights.getOrDefault(trace.getKey(), 1.0);
                    return weight * (weight - 1) * trace.getValue() * trace.getValue();
                })
                .sum();
    }

    /** The smallest i with d⁴ <= 2^(i+1), that is d <= 2^((i+1)/4). */
    static int bucket(long durationNanos) {
        if (durationNanos <= 1) {
            return -1;
        }
        BigInteger fourthPower = BigInteger.valueOf(durationNanos).pow(4);
        int bucket = fourthPower.bitLength() - 2;
        return fourthPower.compareTo(BigInteger.TWO.pow(bucket + 1)) <= 0 ? bucket : bucket + 1;
    }
}
