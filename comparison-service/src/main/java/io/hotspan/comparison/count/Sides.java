package io.hotspan.comparison.count;

import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.query.SqlFragment;
import java.util.List;

/**
 * The two sides of a comparison as conditions on rows.
 *
 * @param population the rows that can be on either side
 * @param selected which of them are selected; the baseline is never part of the selection
 * @param baseline which of the others they are compared with
 * @param scope which spans of each trace count
 * @param sameOperation whether the baseline is weighted to the selection's mix of operations
 */
public record Sides(
        SqlFragment population, SqlFragment selected, SqlFragment baseline, SpanScope scope, boolean sameOperation) {

    /** Rows on either side. */
    SqlFragment where() {
        return population.and(SqlFragment.any(List.of(selected, baseline)));
    }
}
