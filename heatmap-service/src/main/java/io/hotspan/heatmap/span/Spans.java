package io.hotspan.heatmap.span;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answer to a question for spans. */
@Schema(name = "Spans", description = "Spans in the order asked for.")
record Spans(
        List<SpanRow> spans,

        @Schema(description = "How many stored spans match, listed or not.", example = "1412")
        long total,

        @Schema(description = "True if more spans match than are listed.")
        boolean capped) {

    Spans {
        spans = List.copyOf(spans);
    }

    /** One span of the list. */
    @Schema(
            name = "SpanRow",
            description = "A span with its attributes, and how many spans its trace has in the store.")
    record SpanRow(
            @Schema(description = "32 lower-case hex digits.", example = "5b8efff798038103d269b633813fc60c")
            String traceId,

            @Schema(description = "16 lower-case hex digits.", example = "eee19b7ec3c1b174")
            String spanId,

            @Schema(description = "16 lower-case hex digits; empty for a root span.", example = "")
            String parentSpanId,

            @Schema(description = "Start of the span, to the nanosecond.", example = "2026-03-01T14:17:03.123456789Z")
            Instant timestamp,

            @Schema(description = "Duration in nanoseconds.", example = "1620000000")
            long durationNanos,

            @Schema(description = "The resource's service.name.", example = "api-gateway")
            String service,

            @Schema(description = "The span's name, its operation.", example = "POST /cart/checkout")
            String name,

            @Schema(description = "unspecified, internal, server, client, producer or consumer.", example = "server")
            String kind,

            @Schema(description = "unset, ok or error.", example = "error")
            String status,

            @Schema(description = "What the status says; empty if nothing.", example = "upstream timed out")
            String statusMessage,

            @Schema(description = "How many spans of the traffic this one stands for.", example = "1")
            double weight,

            @Schema(description = "Why its trace was kept; empty if unknown.", example = "error")
            String reason,

            @Schema(description = "The span's attributes; values as text.")
            Map<String, String> attributes,

            @Schema(description = "Its resource's attributes; values as text.")
            Map<String, String> resourceAttributes,

            @Schema(description = "How many spans of its trace lie in the store.", example = "18")
            long traceSpanCount) {

        SpanRow {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
            resourceAttributes = Collections.unmodifiableMap(new TreeMap<>(resourceAttributes));
        }

        SpanRow withTraceSpanCount(long count) {
            return new SpanRow(
                    traceId,
                    spanId,
                    parentSpanId,
                    timestamp,
                    durationNanos,
                    service,
                    name,
                    kind,
                    status,
                    statusMessage,
                    weight,
                    reason,
                    attributes,
                    resourceAttributes,
                    count);
        }
    }
}
