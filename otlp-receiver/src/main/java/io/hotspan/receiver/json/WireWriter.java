package io.hotspan.receiver.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Writes protobuf wire format into a growing array. */
final class WireWriter {

    private static final int LENGTH_BYTES = 5;

    private byte[] bytes;
    private int length;

    WireWriter(int expectedBytes) {
        bytes = new byte[Math.max(64, expectedBytes)];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void text(int field, String text) {
        bytes(field, text.getBytes(UTF_8));
    }

    void bytes(int field, byte[] value) {
        tag(field, 2);
        varint(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    void number(int field, long value) {
        tag(field, 0);
        varint(value);
    }

    void fixed64(int field, long value) {
        tag(field, 1);
        littleEndian(value, Long.BYTES);
    }

    void fixed32(int field, int value) {
        tag(field, 5);
        littleEndian(value, Integer.BYTES);
    }

    /** Begins a nested message; give the answer to {@link #end}. */
    int begin(int field) {
        tag(field, 2);
        ensure(LENGTH_BYTES);
        length += LENGTH_BYTES;
        return length;
    }

    /** Ends a nested message: its length is known only now, so its bytes move up to where the length ends. */
    void end(int start) {
        int size = length - start;
        length = start - LENGTH_BYTES;
        varint(size);
        System.arraycopy(bytes, start, bytes, length, size);
        length += size;
    }

    private void tag(int field, int wireType) {
        varint(field << 3 | wireType);
    }

    private void varint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void littleEndian(long value, int count) {
        ensure(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) (value >>> (8 * i));
        }
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
