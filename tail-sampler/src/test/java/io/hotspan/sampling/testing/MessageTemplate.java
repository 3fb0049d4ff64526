package io.hotspan.sampling.testing;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.TraceId;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;

/** A message of one trace whose ids are filled in, for tests with more spans than can be encoded one by one. */
public final class MessageTemplate {

    private static final byte MARK = 0x7a;
    private static final int TRACE_ID_BYTES = 16;

    private final byte[] bytes;
    private final int[] traceIds;
    private final int[] spanIds;

    private MessageTemplate(byte[] bytes, int spans) {
        this.bytes = bytes;
        this.traceIds = new int[spans];
        this.spanIds = new int[spans];
        int found = 0;
        for (int at = 0; at < bytes.length; at++) {
            int run = 0;
            while (bytes[at + run] == MARK) {
                run++;
            }
            if (run == TRACE_ID_BYTES) {
                traceIds[found] = at;
            } else if (run == Long.BYTES) {
                spanIds[found++] = at;
            }
            at += run;
        }
    }

    /** These spans under one resource and scope, whatever their ids. */
    public static MessageTemplate of(Span... spans) {
        Span[] marked = Stream.of(spans)
                .map(span -> span.toBuilder()
                        .setTraceId(marks(TRACE_ID_BYTES))
                        .setSpanId(marks(Long.BYTES))
                        .build())
                .toArray(Span[]::new);
        return new MessageTemplate(Traces.message(marked), spans.length);
    }

    public int spans() {
        return spanIds.length;
    }

    /** The message of this trace, whose spans have this id and those after it. */
    public byte[] fill(TraceId trace, long firstSpanId) {
        byte[] message = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(message);
        for (int i = 0; i < spanIds.length; i++) {
            buffer.putLong(traceIds[i], trace.high());
            buffer.putLong(traceIds[i] + Long.BYTES, trace.low());
            buffer.putLong(spanIds[i], firstSpanId + i);
        }
        return message;
    }

    private static ByteString marks(int count) {
        byte[] marks = new byte[count];
        Arrays.fill(marks, MARK);
        return ByteString.copyFrom(marks);
    }
}
