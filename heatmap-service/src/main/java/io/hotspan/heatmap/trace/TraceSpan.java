package io.hotspan.heatmap.trace;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A span with everything the store knows of it. */
@Schema(description = "A span with everything that is stored of it.")
record TraceSpan(
        @Schema(description = "32 lower-case hex digits.", example = "5b8efff798038103d269b633813fc60c")
        String traceId,

        @Schema(description = "16 lower-case hex digits.", example = "eee19b7ec3c1b174")
        String spanId,

        @Schema(description = "16 lower-case hex digits; empty for a root span.", example = "")
        String parentSpanId,

        @Schema(description = "W3C trace state; empty if none.", example = "ot=th:c")
        String traceState,

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

        @Schema(description = "Why the trace was kept; empty if unknown.", example = "error")
        String reason,

        InstrumentationScope scope,

        @Schema(description = "The span's attributes; values as text.")
        Map<String, String> attributes,

        @Schema(description = "Its resource's attributes; values as text.")
        Map<String, String> resourceAttributes,

        List<Event> events,
        List<Link> links) {

    TraceSpan {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        resourceAttributes = Collections.unmodifiableMap(new TreeMap<>(resourceAttributes));
        events = List.copyOf(events);
        links = List.copyOf(links);
    }

    /** The library that made the span. */
    @Schema(description = "The instrumentation scope that made the span.")
    record InstrumentationScope(
            @Schema(description = "Its name; empty if unknown.", example = "io.opentelemetry.netty-4.1")
            String name,

            @Schema(description = "Its version; empty if unknown.", example = "2.10.0")
            String version) {}

    /** Something that happened during the span. */
    @Schema(name = "SpanEvent", description = "Something that happened during the span.")
    record Event(
            @Schema(description = "When, to the nanosecond.", example = "2026-03-01T14:17:03.223456789Z")
            Instant timestamp,

            @Schema(description = "The event's name.", example = "exception")
            String name,

            @Schema(description = "Its attributes; values as text.")
            Map<String, String> attributes) {

        Event {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        }
    }

    /** Another span this one refers to. */
    @Schema(name = "SpanLink", description = "Another span this one refers to.")
    record Link(
            @Schema(description = "32 lower-case hex digits.", example = "5b8efff798038103d269b633813fc60c")
            String traceId,

            @Schema(description = "16 lower-case hex digits.", example = "eee19b7ec3c1b174")
            String spanId,

            @Schema(description = "W3C trace state; empty if none.", example = "")
            String traceState,

            @Schema(description = "Its attributes; values as text.")
            Map<String, String> attributes) {

        Link {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        }
    }
}
