package io.hotspan.spanstore.predicate;

import io.hotspan.spanstore.query.SqlFragment;

/**
 * A box drawn on a heatmap: the spans that start in {@code time} and take more than {@code aboveNanos} and at most
 * {@code upToNanos}. Where both are edges of latency buckets it holds exactly the spans of its cells.
 */
public record LatencyBox(TimeRange time, long aboveNanos, long upToNanos) {

    public LatencyBox {
        if (aboveNanos >= upToNanos) {
            throw new IllegalArgumentException(
                    "aboveNanos must be less than upToNanos: " + aboveNanos + " … " + upToNanos);
        }
    }

    /** The condition on a row. */
    public SqlFragment where() {
        SqlFragment condition = time.where();
        if (aboveNanos >= 0) {
            condition = condition.and(SqlFragment.of("Duration > ?", aboveNanos));
        }
        // The topmost bucket has no upper edge: Duration is unsigned and may be larger than a long.
        return upToNanos == Long.MAX_VALUE ? condition : condition.and(SqlFragment.of("Duration <= ?", upToNanos));
    }
}
