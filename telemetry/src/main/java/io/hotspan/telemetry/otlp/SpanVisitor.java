package io.hotspan.telemetry.otlp;

/** Receives each span of a message, in the order of the bytes. */
@FunctionalInterface
public interface SpanVisitor {

    /** Called once a span. The view and all it hands out are reused: copy what must outlive the call. */
    void span(SpanView span);
}
