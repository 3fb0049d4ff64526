package io.hotspan.heatmap.trace;

import io.hotspan.query.RowValues;
import io.hotspan.query.StoreSession;
import io.hotspan.service.problem.NotFoundException;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.TraceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the spans of a trace. */
final class TraceLookup {

    private final int maxSpans;

    TraceLookup(int maxSpans) {
        this.maxSpans = maxSpans;
    }

    Trace find(TraceId id, StoreSession store) {
        List<TraceSpan> spans = spans(id, store);
        if (spans.isEmpty()) {
            throw new NotFoundException("No span of trace " + id + " is stored.");
        }
        boolean capped = spans.size() > maxSpans;
        return trace(id, capped ? spans.subList(0, maxSpans) : spans, capped);
    }

    private List<TraceSpan> spans(TraceId id, StoreSession store) {
        SpanColumns columns = store.columns();
        String template = """
            SELECT
                SpanId, ParentSpanId, TraceState, toUnixTimestamp64Nano(Timestamp) AS start, Duration, ServiceName,
                SpanName, SpanKind, StatusCode, StatusMessage, %1$s AS weight, %2$s AS reason,
                %3$s AS scope_name, %4$s AS scope_version, SpanAttributes, ResourceAttributes,
                arrayMap(at -> toUnixTimestamp64Nano(at), `Events.Timestamp`) AS event_times,
                `Events.Name` AS event_names, `Events.Attributes` AS event_attributes,
                `Links.TraceId` AS link_traces, `Links.SpanId` AS link_spans,
                `Links.TraceState` AS link_states, `Links.Attributes` AS link_attributes
            FROM %5$s
            WHERE {}
            ORDER BY Timestamp, SpanId
            LIMIT {}""".formatted(
                        columns.weight(),
                        columns.reason(),
                        columns.scopeName(),
                        columns.scopeVersion(),
                        store.settings().qualifiedTable());
        SqlFragment where = TraceTimes.spansOf(List.of(id.toString()), store);
        return store.list(SqlFragment.format(template, where, SqlFragment.of("?", maxSpans + 1)), row -> span(id, row));
    }

    private static Trace trace(TraceId id, List<TraceSpan> spans, boolean capped) {
        Instant start = spans.getFirst().timestamp();
        Instant end = spans.stream()
                .map(span -> span.timestamp().plusNanos(span.durationNanos()))
                .max(Comparator.naturalOrder())
                .orElse(start);
        List<String> services =
                spans.stream().map(TraceSpan::service).distinct().sorted().toList();
        return new Trace(
                id.toString(), spans, start, Duration.between(start, end).toNanos(), services, capped);
    }

    private static TraceSpan span(TraceId id, ResultSet row) throws SQLException {
        return new TraceSpan(
                id.toString(),
                row.getString("SpanId"),
                row.getString("ParentSpanId"),
                row.getString("TraceState"),
                RowValues.instant(row, "start"),
                RowValues.nanos(row, "Duration"),
                row.getString("ServiceName"),
                row.getString("SpanName"),
                RowValues.lowerCase(row, "SpanKind"),
                RowValues.lowerCase(row, "StatusCode"),
                row.getString("StatusMessage"),
                row.getDouble("weight"),
                row.getString("reason"),
                new TraceSpan.InstrumentationScope(row.getString("scope_name"), row.getString("scope_version")),
                RowValues.map(row, "SpanAttributes"),
                RowValues.map(row, "ResourceAttributes"),
                events(row),
                links(row));
    }

    private static List<TraceSpan.Event> events(ResultSet row) throws SQLException {
        List<Instant> times = RowValues.instants(row, "event_times");
        List<String> names = RowValues.texts(row, "event_names");
        List<Map<String, String>> attributes = RowValues.maps(row, "event_attributes");
        List<TraceSpan.Event> events = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            events.add(new TraceSpan.Event(times.get(i), names.get(i), attributes.get(i)));
        }
        return events;
    }

    private static List<TraceSpan.Link> links(ResultSet row) throws SQLException {
        List<String> traces = RowValues.texts(row, "link_traces");
        List<String> spans = RowValues.texts(row, "link_spans");
        List<String> states = RowValues.texts(row, "link_states");
        List<Map<String, String>> attributes = RowValues.maps(row, "link_attributes");
        List<TraceSpan.Link> links = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            links.add(new TraceSpan.Link(traces.get(i), spans.get(i), states.get(i), attributes.get(i)));
        }
        return links;
    }
}
