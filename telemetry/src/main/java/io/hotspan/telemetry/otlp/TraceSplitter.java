package io.hotspan.telemetry.otlp;

import io.hotspan.telemetry.TraceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a batch into one message a trace. Spans, resources, scopes and schema URLs are copied byte for byte and keep
 * their order; fields of the envelopes that this version of OTLP does not know are left out. Not thread-safe.
 */
public final class TraceSplitter {

    private final int maxPartBytes;
    private final SpanScanner scanner = new SpanScanner(AttributeKeys.NONE);
    private final PartWriter writer = new PartWriter();

    /** @param maxPartBytes size no part exceeds */
    public TraceSplitter(int maxPartBytes) {
        if (maxPartBytes <= 0) {
            throw new IllegalArgumentException("maxPartBytes must be positive, not " + maxPartBytes);
        }
        this.maxPartBytes = maxPartBytes;
    }

    /**
     * Divides the spans which the gate admits.
     *
     * @throws MalformedOtlpException if the bytes are no {@code TracesData}
     */
    public SplitBatch split(byte[] bytes, int offset, int length, SpanGate gate) throws MalformedOtlpException {
        Batch batch = new Batch(gate);
        scanner.scan(bytes, offset, length, batch);
        List<TracePart> parts = new ArrayList<>(batch.traces.size());
        int tooLarge = 0;
        for (Map.Entry<TraceId, List<SpanSlice>> trace : batch.traces.entrySet()) {
            tooLarge += addParts(bytes, trace.getKey(), trace.getValue(), parts);
        }
        return new SplitBatch(parts, tooLarge);
    }

    /** Fills parts one after the other and returns how many spans fit in none. */
    private int addParts(byte[] bytes, TraceId traceId, List<SpanSlice> spans, List<TracePart> parts) {
        List<SpanSlice> part = new ArrayList<>(spans.size());
        int size = 0;
        int tooLarge = 0;
        for (SpanSlice span : spans) {
            if (span.sizeInNewScope() > maxPartBytes) {
                tooLarge++;
                continue;
            }
            boolean sameScope = !part.isEmpty() && part.getLast().isInScopeOf(span);
            int growth = sameScope ? span.size() : span.sizeInNewScope();
            if (growth > maxPartBytes - size) {
                parts.add(new TracePart(traceId, part.size(), writer.write(bytes, part, size)));
                part.clear();
                size = 0;
                growth = span.sizeInNewScope();
            }
            part.add(span);
            size += growth;
        }
        if (!part.isEmpty()) {
            parts.add(new TracePart(traceId, part.size(), writer.write(bytes, part, size)));
        }
        return tooLarge;
    }

    private static final class Batch implements SpanVisitor {

        private final SpanGate gate;
        private final Map<TraceId, List<SpanSlice>> traces = new LinkedHashMap<>();
        private SpanSlice.Envelope envelope = SpanSlice.Envelope.NONE;

        Batch(SpanGate gate) {
            this.gate = gate;
        }

        @Override
        public void span(SpanView span) {
            if (!gate.admits(span)) {
                return;
            }
            if (span.scopeIndex() != envelope.scopeIndex()) {
                envelope = new SpanSlice.Envelope(
                        span.resourceIndex(),
                        span.scopeIndex(),
                        SpanSlice.Slice.of(span.resource()),
                        SpanSlice.Slice.of(span.resourceSchemaUrl()),
                        SpanSlice.Slice.of(span.scope()),
                        SpanSlice.Slice.of(span.scopeSchemaUrl()));
            }
            traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>())
                    .add(new SpanSlice(
                            envelope, span.span().offset(), span.span().length()));
        }
    }
}
