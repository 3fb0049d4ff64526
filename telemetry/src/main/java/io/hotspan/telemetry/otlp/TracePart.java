package io.hotspan.telemetry.otlp;

import io.hotspan.telemetry.TraceId;

/**
 * Spans of one trace, as an encoded {@code TracesData} of its own.
 *
 * @param traceId the trace of every span inside
 * @param spans how many spans are inside
 * @param data the encoded {@code TracesData}; not copied, so do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // a hand-over of bytes, compared by nobody
public record TracePart(TraceId traceId, int spans, byte[] data) {}
