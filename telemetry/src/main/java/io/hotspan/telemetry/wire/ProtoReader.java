package io.hotspan.telemetry.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Steps through the fields of one protobuf message. For bytes that were written by us or have been scanned before:
 * damaged ones end in an {@link IllegalArgumentException}, never in a read past the message.
 */
public final class ProtoReader {

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int START_GROUP = 3;
    private static final int END_GROUP = 4;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int fieldStart;
    private int field;
    private int wireType;
    private long number;
    private int valueStart;

    public ProtoReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    /** Moves to the next field; false at the end. */
    public boolean next() {
        if (position >= end) {
            return false;
        }
        fieldStart = position;
        int tag = (int) varint();
        field = tag >>> 3;
        wireType = tag & 7;
        valueStart = position;
        switch (wireType) {
            case VARINT -> number = varint();
            case LENGTH_DELIMITED -> {
                long size = varint();
                valueStart = position;
                advance(size);
            }
            case FIXED64 -> {
                advance(Long.BYTES);
                number = (long) LITTLE_ENDIAN.get(bytes, valueStart);
            }
            case FIXED32 -> advance(Integer.BYTES);
            case START_GROUP -> skipGroup(field);
            default -> throw damaged();
        }
        return true;
    }

    /** Number of the current field. */
    public int field() {
        return field;
    }

    /** Whether the current field is a text or message with this number. */
    public boolean isLengthDelimited(int number) {
        return field == number && wireType == LENGTH_DELIMITED;
    }

    /** Value of the current varint or fixed64 field; 0 if it is of another kind. */
    public long number() {
        return wireType == VARINT || wireType == FIXED64 ? number : 0;
    }

    /** Values of the current packed field of varints; none if it is of another kind. */
    public long[] numbers() {
        if (wireType != LENGTH_DELIMITED) {
            return new long[0];
        }
        ProtoReader packed = new ProtoReader(bytes, valueStart, position);
        long[] values = new long[position - valueStart];
        int count = 0;
        while (packed.position < packed.end) {
            values[count++] = packed.varint();
        }
        return Arrays.copyOf(values, count);
    }

    /** Value of the current text field; empty if it is of another kind. */
    public String text() {
        return wireType == LENGTH_DELIMITED ? new String(bytes, valueStart, position - valueStart, UTF_8) : "";
    }

    /** Where the current field begins, its tag included. */
    public int fieldStart() {
        return fieldStart;
    }

    /** Where the current field's value begins. */
    public int valueStart() {
        return valueStart;
    }

    /** Just past the current field. */
    public int valueEnd() {
        return position;
    }

    private void skipGroup(int group) {
        // Nested groups need no stack: only the outermost end tag of this number at depth 0 ends it.
        int depth = 1;
        while (depth > 0) {
            int tag = (int) varint();
            switch (tag & 7) {
                case VARINT -> varint();
                case LENGTH_DELIMITED -> advance(varint());
                case FIXED64 -> advance(Long.BYTES);
                case FIXED32 -> advance(Integer.BYTES);
                case START_GROUP -> depth++;
                case END_GROUP -> depth--;
                default -> throw damaged();
            }
        }
        field = group;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= end) {
                throw damaged();
            }
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private void advance(long count) {
        if (count < 0 || count > end - position) {
            throw damaged();
        }
        position += (int) count;
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException("damaged protobuf at byte " + position);
    }
}
