package io.hotspan.comparison.request;

import io.hotspan.comparison.count.Sides;
import io.hotspan.query.request.Population;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.SpanFilter;
import java.util.List;

/** A checked question; {@code maxValues} is how many values of each attribute are reported. */
public record ComparisonQuery(Population population, Selection selection, Baseline baseline, int maxValues) {

    /** Whether the baseline is weighted to the selection's mix of operations. */
    public boolean sameOperation() {
        return baseline.sameOperation();
    }

    /** Both sides as conditions on rows; the selection lies within the range, whatever its boxes say. */
    public Sides sides(SpanColumns columns) {
        SqlFragment selected = selection.where(columns);
        return switch (baseline.kind()) {
            case Baseline.Rest() -> sides(population.where(columns), selected, selected.negate());
            case Baseline.Matching(SpanFilter predicate) ->
                sides(
                        population.where(columns),
                        selected,
                        FilterSql.where(predicate, columns).and(selected.negate()));
            case Baseline.During(TimeRange other) -> {
                SqlFragment time = population.range().where();
                SqlFragment now = time.and(selected);
                yield sides(
                        SqlFragment.any(List.of(time, other.where())).and(population.whereWithoutTime(columns)),
                        now,
                        other.where().and(now.negate()));
            }
        };
    }

    private Sides sides(SqlFragment of, SqlFragment selected, SqlFragment compared) {
        return new Sides(of, selected, compared, population.scope(), sameOperation());
    }
}
