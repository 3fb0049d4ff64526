package io.hotspan.telemetry.otlp;

import java.util.Arrays;
import java.util.List;

/** Writes a part from its end to its start, so that each length is known when its turn comes. */
final class PartWriter {

    /** A one-byte tag and the longest length. */
    static final int MAX_HEADER = 6;

    private static final int TAG_LENGTH_DELIMITED = 2;

    private byte[] buffer = new byte[16 * 1024];
    private int start;

    byte[] write(byte[] bytes, List<SpanSlice> spans, int sizeBound) {
        if (buffer.length < sizeBound) {
            buffer = new byte[sizeBound];
        }
        start = buffer.length;
        int next = spans.size() - 1;
        while (next >= 0) {
            next = prependResourceSpans(bytes, spans, next);
        }
        return Arrays.copyOfRange(buffer, start, buffer.length);
    }

    private int prependResourceSpans(byte[] bytes, List<SpanSlice> spans, int last) {
        int end = start;
        SpanSlice.Envelope envelope = spans.get(last).envelope();
        prepend(3, bytes, envelope.resourceSchemaUrl());
        int next = last;
        while (next >= 0 && spans.get(next).envelope().resourceIndex() == envelope.resourceIndex()) {
            next = prependScopeSpans(bytes, spans, next);
        }
        prepend(1, bytes, envelope.resource());
        prependHeader(1, end - start);
        return next;
    }

    private int prependScopeSpans(byte[] bytes, List<SpanSlice> spans, int last) {
        int end = start;
        SpanSlice.Envelope envelope = spans.get(last).envelope();
        prepend(3, bytes, envelope.scopeSchemaUrl());
        int next = last;
        while (next >= 0 && spans.get(next).envelope().scopeIndex() == envelope.scopeIndex()) {
            SpanSlice span = spans.get(next--);
            prependBytes(bytes, span.offset(), span.length());
            prependHeader(2, span.length());
        }
        prepend(1, bytes, envelope.scope());
        prependHeader(2, end - start);
        return next;
    }

    private void prepend(int field, byte[] bytes, SpanSlice.Slice slice) {
        if (slice.length() > 0) {
            prependBytes(bytes, slice.offset(), slice.length());
            prependHeader(field, slice.length());
        }
    }

    private void prependBytes(byte[] bytes, int offset, int length) {
        start -= length;
        System.arraycopy(bytes, offset, buffer, start, length);
    }

    private void prependHeader(int field, int length) {
        int size = (38 - Integer.numberOfLeadingZeros(length | 1)) / 7;
        start -= size;
        int rest = length;
        for (int i = 0; i < size - 1; i++) {
            buffer[start + i] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[start + size - 1] = (byte) rest;
        buffer[--start] = (byte) (field << 3 | TAG_LENGTH_DELIMITED);
    }
}
