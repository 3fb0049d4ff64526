package io.hotspan.telemetry.otlp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cursor over protobuf wire format. It never moves past {@link #limit()}, whatever the bytes say.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protobuf encoding</a>
 */
final class WireReader {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH_DELIMITED = 2;
    static final int START_GROUP = 3;
    static final int END_GROUP = 4;
    static final int FIXED32 = 5;

    /** Nesting at which protobuf's own parsers give up, so that what passes here passes there. */
    static final int MAX_DEPTH = 100;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MAX_TAG = 0xFFFF_FFFFL;

    private byte[] bytes = new byte[0];
    private int position;
    private int limit;

    static int tag(int field, int wireType) {
        return field << 3 | wireType;
    }

    void reset(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.limit = to;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    boolean hasMore() {
        return position < limit;
    }

    /** Narrows to the nested message just announced by its length; give the answer to {@link #leave}. */
    int enter(int length) {
        int outer = limit;
        limit = position + length;
        return outer;
    }

    /**
     * Narrows to the nested message that comes next, if it has this tag of one byte and a length of one or two; give
     * the answer to {@link #leave}. Moves nowhere and answers -1 if it does not.
     */
    int enterNext(int tag) {
        int at = position;
        if (limit - at < 3 || bytes[at] != tag) {
            return -1;
        }
        int length = bytes[at + 1];
        int start = at + 2;
        if (length < 0) {
            length = (length & 0x7F) | bytes[at + 2] << 7;
            start = at + 3;
        }
        if (length < 0 || length > limit - start) {
            return -1;
        }
        position = start;
        return enter(length);
    }

    /** Ends the nested message wherever the cursor stands. */
    void leave(int outerLimit) {
        position = limit;
        limit = outerLimit;
    }

    void moveTo(int position) {
        this.position = position;
    }

    int readTag() throws MalformedOtlpException {
        int start = position;
        long tag = readVarint();
        if (tag < 0 || tag > MAX_TAG || tag >>> 3 == 0) {
            throw new MalformedOtlpException("invalid field tag", start);
        }
        return (int) tag;
    }

    /** Length of the nested field that follows, checked to lie within the limit. */
    int readLength() throws MalformedOtlpException {
        int start = position;
        long length = readVarint();
        if (length < 0 || length > limit - position) {
            throw new MalformedOtlpException("a field is longer than what is left of its message", start);
        }
        return (int) length;
    }

    long readVarint() throws MalformedOtlpException {
        if (position < limit && bytes[position] >= 0) {
            return bytes[position++];
        }
        // Lengths of spans and the tag of their flags.
        if (position + 1 < limit && bytes[position + 1] >= 0) {
            position += 2;
            return (bytes[position - 2] & 0x7F) | (bytes[position - 1] << 7);
        }
        return readLongVarint();
    }

    private long readLongVarint() throws MalformedOtlpException {
        int start = position;
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= limit) {
                throw new MalformedOtlpException("the message ends within a number", start);
            }
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedOtlpException("a number is longer than ten bytes", start);
    }

    long readFixed64() throws MalformedOtlpException {
        int start = advance(Long.BYTES);
        return (long) LONG.get(bytes, start);
    }

    int readFixed32() throws MalformedOtlpException {
        int start = advance(Integer.BYTES);
        return (int) INT.get(bytes, start);
    }

    /** Steps over the value that follows the tag. Groups nest at most to {@link #MAX_DEPTH}, counted from depth. */
    void skip(int tag, int depth) throws MalformedOtlpException {
        switch (tag & 7) {
            case VARINT -> readVarint();
            case FIXED64 -> advance(Long.BYTES);
            case LENGTH_DELIMITED -> {
                int length = readLength();
                position += length;
            }
            case START_GROUP -> skipGroup(tag, depth + 1);
            case FIXED32 -> advance(Integer.BYTES);
            default -> throw new MalformedOtlpException("unexpected wire type " + (tag & 7), position);
        }
    }

    /**
     * Steps over fields with this tag of one byte for as long as they follow each other and are short; what it leaves
     * is for {@link #readTag()}. Attributes are most of a span, and this is three times as fast as one by one.
     */
    void skipShort(int tag) {
        byte[] from = bytes;
        int end = limit;
        int at = position;
        while (at + 1 < end && from[at] == tag && from[at + 1] >= 0 && from[at + 1] <= end - at - 2) {
            at += 2 + from[at + 1];
        }
        position = at;
    }

    /**
     * Steps over fields with this tag of one byte for as long as each is short and holds just two short fields with
     * these tags, the first of no length to stop at. What it leaves is for {@link #readTag()}.
     *
     * @param stopAt of every length up to 127, whether to stop there
     */
    void skipShortPairs(int tag, int firstTag, int secondTag, boolean[] stopAt) {
        byte[] from = bytes;
        int end = limit;
        int at = position;
        while (end - at >= 6 && from[at] == tag && from[at + 2] == firstTag && from[at + 3] >= 0) {
            int next = at + 2 + from[at + 1];
            int second = at + 4 + from[at + 3];
            if (from[at + 1] < 0 || next > end || second + 2 > next || stopAt[from[at + 3]]) {
                break;
            }
            if (from[second] != secondTag || from[second + 1] < 0 || second + 2 + from[second + 1] != next) {
                break;
            }
            at = next;
        }
        position = at;
    }

    /**
     * Length of the first field if the limit holds just two, with these tags of one byte, both short, as nearly every
     * attribute is its key and its value; -1 if it does not. Moves nowhere.
     */
    int firstOfTwoShort(int firstTag, int secondTag) {
        byte[] from = bytes;
        int at = position;
        if (limit - at < 4 || from[at] != firstTag || from[at + 1] < 0) {
            return -1;
        }
        int second = at + 2 + from[at + 1];
        boolean two = second + 2 <= limit && from[second] == secondTag && second + 2 + from[second + 1] == limit;
        return two && from[second + 1] >= 0 ? from[at + 1] : -1;
    }

    private void skipGroup(int startTag, int depth) throws MalformedOtlpException {
        checkDepth(depth);
        int endTag = (startTag & ~7) | END_GROUP;
        for (int tag = readTag(); tag != endTag; tag = readTag()) {
            skip(tag, depth);
        }
    }

    void checkDepth(int depth) throws MalformedOtlpException {
        if (depth > MAX_DEPTH) {
            throw new MalformedOtlpException("nested deeper than " + MAX_DEPTH + " levels", position);
        }
    }

    private int advance(int count) throws MalformedOtlpException {
        int start = position;
        if (count > limit - start) {
            throw new MalformedOtlpException("the message ends within a number", start);
        }
        position = start + count;
        return start;
    }
}
