package io.hotspan.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hotspan.telemetry.otlp.TracePart;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A record as the receiver writes it: one trace's part of a request.
 *
 * @param timeMillis when it would have come
 * @param key the trace id in hexadecimal
 * @param value encoded {@code TracesData}
 */
@SuppressWarnings("ArrayRecordComponent") // a hand-over of bytes, compared by nobody
record TraceRecord(long timeMillis, byte[] key, byte[] value) {

    private static final int KEY_BYTES = 32;
    private static final int HEAD_BYTES = Long.BYTES + KEY_BYTES;

    static TraceRecord of(long timeMillis, TracePart part) {
        return new TraceRecord(timeMillis, part.traceId().toString().getBytes(US_ASCII), part.data());
    }

    static TraceRecord decode(byte[] entry) {
        return new TraceRecord(
                ByteBuffer.wrap(entry).getLong(),
                Arrays.copyOfRange(entry, Long.BYTES, HEAD_BYTES),
                Arrays.copyOfRange(entry, HEAD_BYTES, entry.length));
    }

    byte[] encode() {
        return ByteBuffer.allocate(HEAD_BYTES + value.length)
                .putLong(timeMillis)
                .put(key)
                .put(value)
                .array();
    }
}
