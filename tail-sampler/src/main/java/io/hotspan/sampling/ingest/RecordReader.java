package io.hotspan.sampling.ingest;

import io.hotspan.sampling.buffer.SpanFacts;
import io.hotspan.sampling.probability.OtelTraceState;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.otlp.SpanVisitor;
import io.hotspan.telemetry.otlp.TextSlice;

/**
 * Reads of an input record what deciding needs, in one pass over its bytes and without allocating. Holds the facts of
 * the record read last. Not thread-safe.
 */
public final class RecordReader implements SpanFacts {

    private static final int STATUS_ERROR = 2;

    private final SpanScanner scanner = new SpanScanner(AttributeKeys.NONE);
    private final OtelTraceState traceState = new OtelTraceState();
    private final SpanVisitor observer = this::observe;

    private long high;
    private long low;
    private int spans;
    private int errorSpans;
    private long startNanos;
    private long endNanos;
    private long explicitRandomness;
    private boolean withoutTraceId;
    private boolean ofSeveralTraces;

    /**
     * Reads a record's value.
     *
     * @throws UnreadableRecordException if it is no OTLP trace message, or not of exactly one trace
     */
    public void read(byte[] value) throws UnreadableRecordException {
        clear();
        try {
            scanner.scan(value, observer);
        } catch (MalformedOtlpException e) {
            throw new UnreadableRecordException("not an OTLP trace message: " + e.getMessage(), e);
        }
        if (withoutTraceId) {
            throw new UnreadableRecordException("a span has no valid trace id (16 bytes, not all zero)");
        }
        if (ofSeveralTraces) {
            throw new UnreadableRecordException("spans of several traces in one record; senders must split by trace"
                    + " (Collector: partition_traces_by_id: true)");
        }
    }

    /** First half of the spans' trace id. */
    public long high() {
        return high;
    }

    /** Second half of the spans' trace id. */
    public long low() {
        return low;
    }

    @Override
    public int spans() {
        return spans;
    }

    @Override
    public int errorSpans() {
        return errorSpans;
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    @Override
    public long endNanos() {
        return endNanos;
    }

    @Override
    public long explicitRandomness() {
        return explicitRandomness;
    }

    private void clear() {
        high = 0;
        low = 0;
        spans = 0;
        errorSpans = 0;
        startNanos = Long.MAX_VALUE;
        endNanos = Long.MIN_VALUE;
        explicitRandomness = Threshold.ABSENT;
        withoutTraceId = false;
        ofSeveralTraces = false;
    }

    private void observe(SpanView span) {
        if (spans++ == 0) {
            high = span.traceIdHigh();
            low = span.traceIdLow();
        } else if (high != span.traceIdHigh() || low != span.traceIdLow()) {
            ofSeveralTraces = true;
        }
        withoutTraceId |= !span.hasTraceId();
        if (span.statusCode() == STATUS_ERROR) {
            errorSpans++;
        }
        // A span without a start says nothing about latency; one that ends before it starts lasted no time.
        if (span.startNanos() > 0) {
            startNanos = Math.min(startNanos, span.startNanos());
            endNanos = Math.max(endNanos, Math.max(span.startNanos(), span.endNanos()));
        }
        TextSlice state = span.traceState();
        if (!state.isEmpty() && explicitRandomness == Threshold.ABSENT) {
            traceState.read(state.bytes(), state.offset(), state.length());
            explicitRandomness = traceState.randomness();
        }
    }
}
