package io.hotspan.generator.trace;

import io.opentelemetry.api.trace.TraceId;
import java.util.List;

/**
 * A whole trace. It holds no wall-clock time: whoever sends it adds the start, so the same trace can be live or
 * back-filled.
 *
 * @param spans the spans by start time, the root first
 * @param causes ids of the planted causes it carries, sorted; empty for a healthy trace. Never exported.
 */
public record GeneratedTrace(
        long index, long traceIdHigh, long traceIdLow, List<GeneratedSpan> spans, List<String> causes) {

    public GeneratedTrace {
        spans = List.copyOf(spans);
        causes = List.copyOf(causes);
    }

    /** 32 lower-case hex digits. */
    public String traceId() {
        return TraceId.fromLongs(traceIdHigh, traceIdLow);
    }

    public GeneratedSpan root() {
        return spans.getFirst();
    }

    public long durationNanos() {
        return root().durationNanos();
    }
}
