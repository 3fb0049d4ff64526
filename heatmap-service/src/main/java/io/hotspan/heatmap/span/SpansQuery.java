package io.hotspan.heatmap.span;

import io.hotspan.query.request.Box;
import io.hotspan.query.request.Population;
import java.util.List;

/** A checked question for spans; no boxes mean the whole range. */
record SpansQuery(Population population, List<Box> boxes, int limit, SpanOrder order) {

    SpansQuery {
        boxes = List.copyOf(boxes);
    }
}
