package io.hotspan.comparison.request;

import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.telemetry.filter.SpanFilter;

/**
 * What the selection is compared with.
 *
 * @param sameOperation whether it is weighted to the selection's mix of operations
 */
record Baseline(Kind kind, boolean sameOperation) {
    static final Baseline REST = new Baseline(new Rest(), false);

    /** Which spans. */
    sealed interface Kind {}

    /** All others of the range. */
    record Rest() implements Kind {}

    /** Those of the range that match. */
    record Matching(SpanFilter predicate) implements Kind {}

    /** All of another range. */
    record During(TimeRange time) implements Kind {}
}
