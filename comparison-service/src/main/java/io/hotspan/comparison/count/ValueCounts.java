package io.hotspan.comparison.count;

import org.jspecify.annotations.Nullable;

/**
 * One value of an attribute on both sides.
 *
 * @param value its text; null for the spans without the attribute
 * @param selected the selected spans that have it
 * @param baseline the baseline's
 * @param matched the baseline's, weighted to the selection's mix of routes
 */
public record ValueCounts(@Nullable String value, Tally selected, Tally baseline, Tally matched) {

    /**
     * Spans of one side.
     *
     * @param weight how many spans of the traffic they stand for
     * @param weightSquares the sum of their squared weights
     * @param stored how many rows they are
     */
    public record Tally(double weight, double weightSquares, long stored) {}
}
