package io.hotspan.telemetry.otlp;

import io.hotspan.telemetry.TraceId;

/**
 * One span as it lies in the message. A reused view: it and everything it hands out change with the next span, so copy
 * what must outlive the visit. Ids are read big-endian, as their hexadecimal text is.
 */
public final class SpanView {

    final TextSlice name = new TextSlice();
    final TextSlice traceState = new TextSlice();
    final TextSlice statusMessage = new TextSlice();
    final TextSlice scopeName = new TextSlice();
    final TextSlice scopeVersion = new TextSlice();
    final TextSlice resourceSchemaUrl = new TextSlice();
    final TextSlice scopeSchemaUrl = new TextSlice();
    final ByteRange span = new ByteRange();
    final ByteRange resource = new ByteRange();
    final ByteRange scope = new ByteRange();
    final AttributeSlots resourceAttributes;
    final AttributeSlots spanAttributes;

    byte[] message = new byte[0];
    long traceIdHigh;
    long traceIdLow;
    long spanId;
    long parentSpanId;
    int traceIdLength;
    int spanIdLength;
    int parentSpanIdLength;
    int kind;
    int statusCode;
    int flags;
    long startNanos;
    long endNanos;
    int resourceIndex;
    int scopeIndex;

    SpanView(AttributeKeys keys) {
        resourceAttributes = new AttributeSlots(keys.resource());
        spanAttributes = new AttributeSlots(keys.span());
    }

    /** The array all ranges and texts point into. */
    public byte[] message() {
        return message;
    }

    /** First eight bytes of the trace id; 0 unless the id has 16 bytes. */
    public long traceIdHigh() {
        return traceIdHigh;
    }

    /** Last eight bytes of the trace id; 0 unless the id has 16 bytes. */
    public long traceIdLow() {
        return traceIdLow;
    }

    /** The trace id; allocates. Only for a span whose id {@linkplain #hasTraceId() is valid}. */
    public TraceId traceId() {
        return new TraceId(traceIdHigh, traceIdLow);
    }

    /** Whether the trace id has 16 bytes that are not all zero. */
    public boolean hasTraceId() {
        return (traceIdHigh | traceIdLow) != 0;
    }

    /** The span id; 0 unless it has eight bytes. */
    public long spanId() {
        return spanId;
    }

    /** The parent's span id; 0 for a root. */
    public long parentSpanId() {
        return parentSpanId;
    }

    /** Number of bytes sent as trace id; 16 in a valid span. */
    public int traceIdLength() {
        return traceIdLength;
    }

    /** Number of bytes sent as span id; 8 in a valid span. */
    public int spanIdLength() {
        return spanIdLength;
    }

    /** Number of bytes sent as parent span id; 8, or 0 for a root, in a valid span. */
    public int parentSpanIdLength() {
        return parentSpanIdLength;
    }

    /** Span kind as numbered by OTLP; may lie outside {@link io.hotspan.telemetry.SpanKind}. */
    public int kind() {
        return kind;
    }

    /** Status code as numbered by OTLP: 0 unset, 1 ok, 2 error; may lie outside. */
    public int statusCode() {
        return statusCode;
    }

    /** W3C trace flags and OTLP's own bits above them. */
    public int flags() {
        return flags;
    }

    /** Start in nanoseconds since 1970 UTC, unsigned. */
    public long startNanos() {
        return startNanos;
    }

    /** End in nanoseconds since 1970 UTC, unsigned. */
    public long endNanos() {
        return endNanos;
    }

    /** End minus start in nanoseconds; 0 where the end lies before the start, at most {@link Long#MAX_VALUE}. */
    public long durationNanos() {
        if (Long.compareUnsigned(endNanos, startNanos) <= 0) {
            return 0;
        }
        long duration = endNanos - startNanos;
        return duration < 0 ? Long.MAX_VALUE : duration;
    }

    public TextSlice name() {
        return name;
    }

    public TextSlice traceState() {
        return traceState;
    }

    public TextSlice statusMessage() {
        return statusMessage;
    }

    public TextSlice scopeName() {
        return scopeName;
    }

    public TextSlice scopeVersion() {
        return scopeVersion;
    }

    /** Schema URL of the enclosing {@code ResourceSpans}. */
    public TextSlice resourceSchemaUrl() {
        return resourceSchemaUrl;
    }

    /** Schema URL of the enclosing {@code ScopeSpans}. */
    public TextSlice scopeSchemaUrl() {
        return scopeSchemaUrl;
    }

    /** The encoded {@code Span}. */
    public ByteRange span() {
        return span;
    }

    /** The encoded {@code Resource}; the last one, should a message repeat it. */
    public ByteRange resource() {
        return resource;
    }

    /** The encoded {@code InstrumentationScope}; the last one, should a message repeat it. */
    public ByteRange scope() {
        return scope;
    }

    /** Counts the {@code ResourceSpans} of the message from 0. */
    public int resourceIndex() {
        return resourceIndex;
    }

    /** Counts the {@code ScopeSpans} of the whole message from 0. */
    public int scopeIndex() {
        return scopeIndex;
    }

    /** An attribute of the resource, by {@link AttributeKeys#resourceIndex}. */
    public AttributeValue resourceAttribute(int index) {
        return resourceAttributes.get(index);
    }

    /** An attribute of the span, by {@link AttributeKeys#spanIndex}. */
    public AttributeValue spanAttribute(int index) {
        return spanAttributes.get(index);
    }
}
