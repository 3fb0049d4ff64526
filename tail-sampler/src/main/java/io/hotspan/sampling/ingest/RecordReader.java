package io.hotspan.sampling.ingest;

import io.hotspan.sampling.probability.OtelTraceState;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.sampling.rollup.SpanCounter;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.otlp.SpanVisitor;
import io.hotspan.telemetry.otlp.TextSlice;

/** Reads of an input record what deciding needs, in one pass over its bytes. Not thread-safe. */
public final class RecordReader {

    private static final int STATUS_ERROR = 2;

    private final SpanScanner scanner = new SpanScanner(SpanCounter.KEYS);
    private final OtelTraceState traceState = new OtelTraceState();
    private final SpanVisitor observer = this::observe;
    private final SpanCounter counter;

    private long high;
    private long low;
    private int spans;
    private int errorSpans;
    private long startNanos;
    private long endNanos;
    private long explicitRandomness;
    private boolean hasTraceState;
    private boolean withoutTraceId;
    private boolean ofSeveralTraces;

    /** Finds what each span counts towards with this counter, which must be its own. */
    public RecordReader(SpanCounter counter) {
        this.counter = counter;
    }

    /** Reads a record's value, which these bytes are. */
    public InputRecord read(byte[] bytes, int offset, int length) {
        clear();
        counter.begin();
        try {
            scanner.scan(bytes, offset, length, observer);
        } catch (MalformedOtlpException e) {
            return faulty(bytes, offset, length, "not an OTLP trace message: " + e.getMessage());
        }
        if (withoutTraceId) {
            return faulty(bytes, offset, length, "a span has no valid trace id (16 bytes, not all zero)");
        }
        if (ofSeveralTraces) {
            return faulty(
                    bytes,
                    offset,
                    length,
                    "spans of several traces in one record; senders must split by trace"
                            + " (Collector: partition_traces_by_id: true)");
        }
        return new InputRecord(
                bytes,
                offset,
                length,
                high,
                low,
                spans,
                errorSpans,
                startNanos,
                endNanos,
                explicitRandomness,
                hasTraceState,
                counter.cells(),
                counter.first(),
                null);
    }

    private InputRecord faulty(byte[] bytes, int offset, int length, String fault) {
        counter.discard();
        return InputRecord.faulty(bytes, offset, length, fault);
    }

    private void clear() {
        high = 0;
        low = 0;
        spans = 0;
        errorSpans = 0;
        startNanos = Long.MAX_VALUE;
        endNanos = Long.MIN_VALUE;
        explicitRandomness = Threshold.ABSENT;
        hasTraceState = false;
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
        counter.count(span);
        if (span.statusCode() == STATUS_ERROR) {
            errorSpans++;
        }
        // A span without a start says nothing about latency; one that ends before it starts lasted no time.
        if (span.startNanos() > 0) {
            startNanos = Math.min(startNanos, span.startNanos());
            endNanos = Math.max(endNanos, Math.max(span.startNanos(), span.endNanos()));
        }
        TextSlice state = span.traceState();
        if (!state.isEmpty()) {
            hasTraceState = true;
            if (explicitRandomness == Threshold.ABSENT) {
                traceState.read(state.bytes(), state.offset(), state.length());
                explicitRandomness = traceState.randomness();
            }
        }
    }
}
