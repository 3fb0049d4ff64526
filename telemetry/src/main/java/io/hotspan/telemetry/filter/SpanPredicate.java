package io.hotspan.telemetry.filter;

import io.hotspan.telemetry.otlp.SpanView;

/** A filter made ready for spans as they lie in their messages. Not thread-safe; keep one a thread. */
@FunctionalInterface
public interface SpanPredicate {

    /** Whether the span matches. */
    boolean test(SpanView span);
}
