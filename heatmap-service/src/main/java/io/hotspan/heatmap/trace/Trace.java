package io.hotspan.heatmap.trace;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One whole trace as it is stored. */
@Schema(description = "A trace's stored spans, by start.")
record Trace(
        @Schema(description = "32 lower-case hex digits.", example = "5b8efff798038103d269b633813fc60c")
        String traceId,

        @Schema(description = "The spans, earliest start first.")
        List<TraceSpan> spans,

        @Schema(
                description = "The earliest start of a listed span, to the nanosecond.",
                example = "2026-03-01T14:17:03.123456789Z")
        Instant startTime,

        @Schema(
                description = "From the earliest start to the latest end of a listed span, in nanoseconds.",
                example = "1620000000")
        long durationNanos,

        @Schema(description = "The services of the listed spans, in order of their names.")
        List<String> services,

        @Schema(description = "True if the trace has more spans than are listed; the earliest are.")
        boolean capped) {

    Trace {
        spans = List.copyOf(spans);
        services = List.copyOf(services);
    }
}
