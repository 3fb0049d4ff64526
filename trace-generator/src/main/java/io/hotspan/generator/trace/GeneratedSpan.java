package io.hotspan.generator.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;

/** One span. Offsets are nanoseconds since the start of its trace; a {@code parentSpanId} of 0 marks the root. */
public record GeneratedSpan(
        ServiceInstance instance,
        long spanId,
        long parentSpanId,
        boolean parentIsRemote,
        SpanKind kind,
        String name,
        long startOffsetNanos,
        long endOffsetNanos,
        Attributes attributes,
        List<SpanEvent> events,
        StatusCode status,
        String statusMessage) {

    public GeneratedSpan {
        if (endOffsetNanos < startOffsetNanos) {
            throw new IllegalArgumentException("Span " + name + " ends before it starts");
        }
        events = List.copyOf(events);
    }

    public boolean isRoot() {
        return parentSpanId == 0;
    }

    public long durationNanos() {
        return endOffsetNanos - startOffsetNanos;
    }
}
