package io.hotspan.writer.row;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Encoded rows. Unlike the JDK's byte array stream it can be cut back, and takes no lock a byte. */
public final class RowBuffer extends OutputStream {
    private byte[] bytes;
    private int size;

    public RowBuffer(int capacity) {
        this.bytes = new byte[Math.max(64, capacity)];
    }

    @Override
    public void write(int value) {
        ensureRoom(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        ensureRoom(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** Sends the bytes of {@code [from, to)}. */
    public void writeTo(OutputStream out, int from, int to) throws IOException {
        out.write(bytes, from, to - from);
    }

    /** Forgets what was written after the first {@code length} bytes. */
    void truncate(int length) {
        size = Math.min(size, length);
    }

    /** Writes again what lies in {@code [from, to)}. */
    void repeat(int from, int to) {
        ensureRoom(to - from);
        System.arraycopy(bytes, from, bytes, size, to - from);
        size += to - from;
    }

    private void ensureRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more), (int) Math.min(bytes.length * 2L, 1 << 30)));
        }
    }
}
