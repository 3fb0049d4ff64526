package io.hotspan.telemetry.otlp;

/** Where an encoded message lies in the array, without its tag and length; length 0 when absent. Reused. */
public final class ByteRange {

    private int offset;
    private int length;

    ByteRange() {}

    void set(int offset, int length) {
        this.offset = offset;
        this.length = length;
    }

    void clear() {
        set(0, 0);
    }

    /** Index of the first byte. */
    public int offset() {
        return offset;
    }

    /** Number of bytes. */
    public int length() {
        return length;
    }
}
