package io.hotspan.heatmap.span;

import io.hotspan.query.request.Box;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.telemetry.filter.SpanFilter;
import java.util.List;

/** A checked question for spans; no boxes mean the whole range. */
record SpansQuery(TimeRange range, SpanFilter filter, SpanScope scope, List<Box> boxes, int limit, SpanOrder order) {

    SpansQuery {
        boxes = List.copyOf(boxes);
    }
}
