package io.hotspan.telemetry.otlp;

/** Decides which spans of a batch are passed on. */
@FunctionalInterface
public interface SpanGate {

    /** Passes every span that names a trace. */
    SpanGate WITH_TRACE_ID = SpanView::hasTraceId;

    /** Whether the span is passed on; only a span with a {@linkplain SpanView#hasTraceId() valid trace id} may be. */
    boolean admits(SpanView span);
}
