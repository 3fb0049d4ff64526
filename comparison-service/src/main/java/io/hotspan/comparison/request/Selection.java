package io.hotspan.comparison.request;

import io.hotspan.query.request.Box;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.SpanFilter;
import java.util.List;

/** The spans to explain. */
sealed interface Selection {

    /** Spans in any of the boxes. */
    record InBoxes(List<Box> boxes) implements Selection {
        public InBoxes {
            boxes = List.copyOf(boxes);
        }
    }

    /** Spans that match. */
    record Matching(SpanFilter predicate) implements Selection {}

    /** The condition on a row. */
    default SqlFragment where(SpanColumns columns) {
        return switch (this) {
            case InBoxes(List<Box> boxes) ->
                SqlFragment.any(boxes.stream().map(Box::where).toList());
            case Matching(SpanFilter predicate) -> FilterSql.where(predicate, columns);
        };
    }
}
