package io.hotspan.heatmap.cells;

import io.hotspan.heatmap.grid.TimeGrid;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.telemetry.filter.SpanFilter;

/** A checked question: which spans, counted on which columns. */
record HeatmapQuery(TimeGrid grid, SpanFilter filter, SpanScope scope) {}
