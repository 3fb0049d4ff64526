package io.hotspan.telemetry.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Appends protobuf fields to a growing array. Fields equal to proto3's default are left out. */
public final class ProtoWriter {

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;

    private byte[] bytes;
    private int length;

    public ProtoWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** Writes an unsigned or non-negative number, unless it is 0. */
    public void number(int field, long value) {
        if (value != 0) {
            varint(((long) field << 3) | VARINT);
            varint(value);
        }
    }

    /** Writes eight bytes, unless all are 0; shorter than a varint for hashes and for times in nanoseconds. */
    public void fixed64(int field, long value) {
        if (value != 0) {
            varint(((long) field << 3) | FIXED64);
            reserve(Long.BYTES);
            LITTLE_ENDIAN.set(bytes, length, value);
            length += Long.BYTES;
        }
    }

    /** Writes a repeated field of unsigned numbers, zeros included, unless there is none. */
    public void packed(int field, long[] values) {
        if (values.length > 0) {
            int size = 0;
            for (long value : values) {
                size += sizeOfVarint(value);
            }
            header(field, size);
            for (long value : values) {
                varint(value);
            }
        }
    }

    /** Writes a text, unless it is empty. */
    public void text(int field, String value) {
        if (!value.isEmpty()) {
            byte[] utf8 = value.getBytes(UTF_8);
            header(field, utf8.length);
            copy(utf8, 0, utf8.length);
        }
    }

    /** Announces a text or message of this many bytes, which must follow. */
    public void header(int field, int size) {
        varint(((long) field << 3) | LENGTH_DELIMITED);
        varint(size);
    }

    /** Appends raw bytes. */
    public void copy(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Appends all that another writer holds. */
    public void append(ProtoWriter other) {
        copy(other.bytes, 0, other.length);
    }

    /** Number of bytes written. */
    public int length() {
        return length;
    }

    /** Begins anew in the same array. */
    public void clear() {
        length = 0;
    }

    /** What was written, in an array of its own. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Number of bytes of a text or message field, its tag and length included. */
    public static int sizeOfField(int field, int size) {
        return sizeOfVarint(((long) field << 3) | LENGTH_DELIMITED) + sizeOfVarint(size) + size;
    }

    private static int sizeOfVarint(long value) {
        // Seven bits a byte; 0 takes one byte too.
        return (70 - Long.numberOfLeadingZeros(value | 1)) / 7;
    }

    private void varint(long value) {
        reserve(10);
        byte[] to = bytes;
        int at = length;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            to[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        length = at;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
