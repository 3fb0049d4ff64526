package io.hotspan.telemetry.otlp;

import static io.hotspan.telemetry.otlp.WireReader.FIXED32;
import static io.hotspan.telemetry.otlp.WireReader.FIXED64;
import static io.hotspan.telemetry.otlp.WireReader.LENGTH_DELIMITED;
import static io.hotspan.telemetry.otlp.WireReader.VARINT;
import static io.hotspan.telemetry.otlp.WireReader.tag;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Fills a {@link SpanView} from one encoded {@code Span}. */
final class SpanReader {

    static final int DEPTH = 3;

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle TWO_BYTES =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private static final int TRACE_ID = tag(1, LENGTH_DELIMITED);
    private static final int SPAN_ID = tag(2, LENGTH_DELIMITED);
    private static final int TRACE_STATE = tag(3, LENGTH_DELIMITED);
    private static final int PARENT_SPAN_ID = tag(4, LENGTH_DELIMITED);
    private static final int NAME = tag(5, LENGTH_DELIMITED);
    private static final int KIND = tag(6, VARINT);
    private static final int START = tag(7, FIXED64);
    private static final int END = tag(8, FIXED64);
    private static final int ATTRIBUTES = tag(9, LENGTH_DELIMITED);
    private static final int STATUS = tag(15, LENGTH_DELIMITED);
    private static final int FLAGS = tag(16, FIXED32);

    // Tag and length.
    private static final int TRACE_ID_OF_16 = TRACE_ID << Byte.SIZE | 16;
    private static final int SPAN_ID_OF_8 = SPAN_ID << Byte.SIZE | Long.BYTES;
    private static final int PARENT_SPAN_ID_OF_8 = PARENT_SPAN_ID << Byte.SIZE | Long.BYTES;

    private static final int STATUS_OF_0 = STATUS << Byte.SIZE;
    private static final int STATUS_OF_2 = STATUS << Byte.SIZE | 2;
    // As it is encoded, in two bytes.
    private static final int FLAGS_TAG = (short) (((FLAGS & 0x7F) | 0x80) << Byte.SIZE | FLAGS >>> 7);

    private static final int STATUS_MESSAGE = tag(2, LENGTH_DELIMITED);
    private static final int STATUS_CODE = tag(3, VARINT);

    private final WireReader reader;
    private final SpanView view;

    SpanReader(WireReader reader, SpanView view) {
        this.reader = reader;
        this.view = view;
    }

    /** Reads the span that fills the reader's present limit. */
    void read() throws MalformedOtlpException {
        clear();
        view.span.set(reader.position(), reader.limit() - reader.position());
        readUsualFields();
        if (reader.hasMore()) {
            readFieldByField();
        }
    }

    private void readFieldByField() throws MalformedOtlpException {
        while (reader.hasMore()) {
            int tag = reader.readTag();
            // An if-chain in the usual order of the wire: the tags are no compile-time constants of a switch.
            if (tag == TRACE_ID) {
                readTraceId();
            } else if (tag == SPAN_ID) {
                view.spanIdLength = reader.readLength();
                view.spanId = readId(view.spanIdLength);
            } else if (tag == PARENT_SPAN_ID) {
                view.parentSpanIdLength = reader.readLength();
                view.parentSpanId = readId(view.parentSpanIdLength);
            } else if (tag == NAME) {
                readText(view.name);
            } else if (tag == KIND) {
                view.kind = (int) reader.readVarint();
            } else if (tag == START) {
                view.startNanos = reader.readFixed64();
            } else if (tag == END) {
                view.endNanos = reader.readFixed64();
            } else if (tag == ATTRIBUTES) {
                int outer = reader.enter(reader.readLength());
                view.spanAttributes.read(reader, DEPTH + 1);
                reader.leave(outer);
                view.spanAttributes.skipUnasked(reader, ATTRIBUTES);
            } else if (tag == STATUS) {
                int outer = reader.enter(reader.readLength());
                readStatus();
                reader.leave(outer);
            } else if (tag == FLAGS) {
                view.flags = reader.readFixed32();
            } else if (tag == TRACE_STATE) {
                readText(view.traceState);
            } else {
                reader.skip(tag, DEPTH);
            }
        }
    }

    /**
     * Reads the fields where they lie as OpenTelemetry's own encoders write them: in the order of their numbers, with
     * tags and short lengths of one byte. It stops at whatever is different, which is read field by field.
     */
    private void readUsualFields() {
        readUsualBeginning();
        view.spanAttributes.skipUnasked(reader, ATTRIBUTES);
        readUsualEnd();
    }

    private void readUsualBeginning() {
        byte[] from = reader.bytes();
        int limit = reader.limit();
        int at = reader.position();
        if (limit - at < 28 || two(from, at) != TRACE_ID_OF_16 || two(from, at + 18) != SPAN_ID_OF_8) {
            return;
        }
        view.traceIdLength = 16;
        view.traceIdHigh = (long) BIG_ENDIAN.get(from, at + 2);
        view.traceIdLow = (long) BIG_ENDIAN.get(from, at + 10);
        view.spanIdLength = Long.BYTES;
        view.spanId = (long) BIG_ENDIAN.get(from, at + 20);
        at += 28;
        if (limit - at >= 10 && two(from, at) == PARENT_SPAN_ID_OF_8) {
            view.parentSpanIdLength = Long.BYTES;
            view.parentSpanId = (long) BIG_ENDIAN.get(from, at + 2);
            at += 10;
        }
        if (limit - at >= 2 && from[at] == NAME && from[at + 1] >= 0 && from[at + 1] <= limit - at - 2) {
            view.name.set(from, at + 2, from[at + 1]);
            at += 2 + from[at + 1];
        }
        if (limit - at >= 20
                && from[at] == KIND
                && from[at + 1] >= 0
                && from[at + 2] == START
                && from[at + 11] == END) {
            view.kind = from[at + 1];
            view.startNanos = (long) LITTLE_ENDIAN.get(from, at + 3);
            view.endNanos = (long) LITTLE_ENDIAN.get(from, at + 12);
            at += 20;
        }
        reader.moveTo(at);
    }

    private void readUsualEnd() {
        byte[] from = reader.bytes();
        int limit = reader.limit();
        int at = reader.position();
        if (limit - at >= 2 && two(from, at) == STATUS_OF_0) {
            at += 2;
        } else if (limit - at >= 4
                && two(from, at) == STATUS_OF_2
                && from[at + 2] == STATUS_CODE
                && from[at + 3] >= 0) {
            view.statusCode = from[at + 3];
            at += 4;
        }
        if (limit - at >= 6 && two(from, at) == FLAGS_TAG) {
            view.flags = (int) INT.get(from, at + 2);
            at += 6;
        }
        reader.moveTo(at);
    }

    private static int two(byte[] from, int at) {
        return (short) TWO_BYTES.get(from, at);
    }

    private void clear() {
        view.traceIdHigh = 0;
        view.traceIdLow = 0;
        view.spanId = 0;
        view.parentSpanId = 0;
        view.traceIdLength = 0;
        view.spanIdLength = 0;
        view.parentSpanIdLength = 0;
        view.kind = 0;
        view.statusCode = 0;
        view.flags = 0;
        view.startNanos = 0;
        view.endNanos = 0;
        view.name.clear();
        view.traceState.clear();
        view.statusMessage.clear();
        view.spanAttributes.clear();
    }

    private void readTraceId() throws MalformedOtlpException {
        int length = reader.readLength();
        int at = reader.position();
        boolean whole = length == 2 * Long.BYTES;
        view.traceIdLength = length;
        view.traceIdHigh = whole ? (long) BIG_ENDIAN.get(reader.bytes(), at) : 0;
        view.traceIdLow = whole ? (long) BIG_ENDIAN.get(reader.bytes(), at + Long.BYTES) : 0;
        reader.moveTo(at + length);
    }

    private long readId(int length) {
        int at = reader.position();
        reader.moveTo(at + length);
        return length == Long.BYTES ? (long) BIG_ENDIAN.get(reader.bytes(), at) : 0;
    }

    /** A status that repeats is merged, as protobuf has it. */
    private void readStatus() throws MalformedOtlpException {
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == STATUS_CODE) {
                view.statusCode = (int) reader.readVarint();
            } else if (tag == STATUS_MESSAGE) {
                readText(view.statusMessage);
            } else {
                reader.skip(tag, DEPTH + 1);
            }
        }
    }

    private void readText(TextSlice text) throws MalformedOtlpException {
        int length = reader.readLength();
        text.set(reader.bytes(), reader.position(), length);
        reader.moveTo(reader.position() + length);
    }
}
