package io.hotspan.generator.live;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;

/** Hands the SDK the ids the seed has given to the next span. For one thread. */
final class PresetIds implements IdGenerator {

    private long traceIdHigh;
    private long traceIdLow;
    private long spanId;

    void next(long newTraceIdHigh, long newTraceIdLow, long newSpanId) {
        traceIdHigh = newTraceIdHigh;
        traceIdLow = newTraceIdLow;
        spanId = newSpanId;
    }

    @Override
    public String generateSpanId() {
        return SpanId.fromLong(spanId);
    }

    @Override
    public String generateTraceId() {
        return TraceId.fromLongs(traceIdHigh, traceIdLow);
    }
}
