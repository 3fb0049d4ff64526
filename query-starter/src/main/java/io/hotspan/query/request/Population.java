package io.hotspan.query.request;

import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.SpanFilter;

/** The spans a checked question is about: of some time, that match a filter, and which of each trace. */
public record Population(TimeRange range, SpanFilter filter, SpanScope scope) {

    /** The condition on a row. */
    public SqlFragment where(SpanColumns columns) {
        return range.where().and(whereWithoutTime(columns));
    }

    /** The same without the range, for those who look at other times too. */
    public SqlFragment whereWithoutTime(SpanColumns columns) {
        return scope.where().and(FilterSql.where(filter, columns));
    }
}
