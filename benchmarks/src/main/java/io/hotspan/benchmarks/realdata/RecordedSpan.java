package io.hotspan.benchmarks.realdata;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;

/**
 * A line of the recording: {@code TraceID,SpanID,ParentID,PodName,OperationName,StartTimeUnixNano,EndTimeUnixNano,
 * Duration}.
 *
 * @param parentId empty for a root, which the recording calls {@code root}
 */
record RecordedSpan(
        String traceId, String spanId, String parentId, String pod, String operation, long startNanos, long endNanos) {

    private static final int FIELDS = 8;

    static RecordedSpan parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not a span of the recording: " + line);
        }
        return new RecordedSpan(
                fields[0],
                fields[1],
                fields[2].equals("root") ? "" : fields[2],
                fields[3],
                fields[4],
                Long.parseLong(fields[5]),
                Long.parseLong(fields[6]));
    }

    /** What tells spans apart: deliveries of the same span are one. */
    String identity() {
        return traceId + spanId;
    }

    /** The pod's name without the two suffixes that Kubernetes gives it. */
    String service() {
        int replica = pod.lastIndexOf('-');
        int template = pod.lastIndexOf('-', replica - 1);
        return template > 0 ? pod.substring(0, template) : pod;
    }

    Span toSpan() {
        return Span.newBuilder()
                .setTraceId(bytes(traceId))
                .setSpanId(bytes(spanId))
                .setParentSpanId(bytes(parentId))
                .setName(operation)
                .setKind(parentId.isEmpty() ? Span.SpanKind.SPAN_KIND_SERVER : Span.SpanKind.SPAN_KIND_INTERNAL)
                .setStartTimeUnixNano(startNanos)
                .setEndTimeUnixNano(endNanos)
                .build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
