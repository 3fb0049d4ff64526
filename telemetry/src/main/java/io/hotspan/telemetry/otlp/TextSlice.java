package io.hotspan.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** UTF-8 text where it lies in a message: a reused view, valid until the next span. */
public final class TextSlice {

    private byte[] bytes = new byte[0];
    private int offset;
    private int length;

    TextSlice() {}

    void set(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    void clear() {
        length = 0;
    }

    /** The array the text lies in. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of the first byte. */
    public int offset() {
        return offset;
    }

    /** Number of bytes. */
    public int length() {
        return length;
    }

    /** Whether the text is absent or empty, which proto3 does not tell apart. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** Whether the text has exactly these UTF-8 bytes. */
    public boolean contentEquals(byte[] utf8) {
        return Arrays.equals(bytes, offset, offset + length, utf8, 0, utf8.length);
    }

    /** Copies the text out; allocates. */
    @Override
    public String toString() {
        return length == 0 ? "" : new String(bytes, offset, length, UTF_8);
    }
}
