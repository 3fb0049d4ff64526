package io.hotspan.comparison.request;

import io.hotspan.comparison.count.Sides;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.SpanFilter;
import java.util.List;

/** A checked question. */
public record ComparisonQuery(
        TimeRange range, SpanFilter filter, SpanScope scope, Selection selection, Baseline baseline, int maxValues) {

    /** Whether the baseline is weighted to the selection's mix of operations. */
    public boolean sameOperation() {
        return baseline.sameOperation();
    }

    /** Both sides as conditions on rows; the selection lies within the range, whatever its boxes say. */
    public Sides sides(SpanColumns columns) {
        SqlFragment common = FilterSql.where(filter, columns).and(scope.where());
        SqlFragment selected = selection.where(columns);
        return switch (baseline.kind()) {
            case Baseline.Rest() ->
                new Sides(range.where().and(common), selected, selected.negate(), scope, baseline.sameOperation());
            case Baseline.Matching(SpanFilter predicate) ->
                new Sides(
                        range.where().and(common),
                        selected,
                        FilterSql.where(predicate, columns).and(selected.negate()),
                        scope,
                        baseline.sameOperation());
            case Baseline.During(TimeRange other) -> {
                SqlFragment now = range.where().and(selected);
                yield new Sides(
                        SqlFragment.any(List.of(range.where(), other.where())).and(common),
                        now,
                        other.where().and(now.negate()),
                        scope,
                        baseline.sameOperation());
            }
        };
    }
}
