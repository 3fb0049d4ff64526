package io.hotspan.telemetry.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Appends protobuf fields to a growing array. */
final class WireWriter {

    private static final int LENGTH_DELIMITED = 2;

    private byte[] bytes = new byte[256];
    private int length;

    /** Writes a non-negative number, unless it is proto3's default. */
    void number(int field, long value) {
        if (value != 0) {
            varint((long) field << 3);
            varint(value);
        }
    }

    void text(int field, String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        field(field, utf8, utf8.length);
    }

    void field(int field, WireWriter message) {
        field(field, message.bytes, message.length);
    }

    void append(WireWriter other) {
        copy(other.bytes, other.length);
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void field(int field, byte[] source, int count) {
        varint((long) field << 3 | LENGTH_DELIMITED);
        varint(count);
        copy(source, count);
    }

    private void copy(byte[] source, int count) {
        reserve(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
    }

    private void varint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
