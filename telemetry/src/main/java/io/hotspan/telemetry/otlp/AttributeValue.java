package io.hotspan.telemetry.otlp;

/** Value of one asked-for attribute: a reused view, valid until the next span. */
public final class AttributeValue {

    private final TextSlice text = new TextSlice();
    private AttributeType type = AttributeType.ABSENT;
    private long number;

    AttributeValue() {}

    void clear(AttributeType type) {
        this.type = type;
        this.number = 0;
        text.clear();
    }

    void set(AttributeValue other) {
        type = other.type;
        number = other.number;
        text.set(other.text.bytes(), other.text.offset(), other.text.length());
    }

    void setNumber(AttributeType type, long bits) {
        this.type = type;
        this.number = bits;
        text.clear();
    }

    void setBytes(AttributeType type, byte[] bytes, int offset, int length) {
        this.type = type;
        this.number = 0;
        text.set(bytes, offset, length);
    }

    /** Its text lies in another array, so many bytes further on. */
    void moveTo(byte[] bytes, int distance) {
        text.set(bytes, text.isEmpty() ? 0 : text.offset() + distance, text.length());
    }

    /** What the attribute holds. */
    public AttributeType type() {
        return type;
    }

    /** Whether the span or resource has the attribute, be it without a value. */
    public boolean isPresent() {
        return type != AttributeType.ABSENT;
    }

    /**
     * The text of a {@link AttributeType#STRING}, the encoded {@code AnyValue} of an {@link AttributeType#OTHER}, else
     * empty.
     */
    public TextSlice text() {
        return text;
    }

    /** The value of a {@link AttributeType#LONG}. */
    public long asLong() {
        return number;
    }

    /** The value of a {@link AttributeType#DOUBLE}. */
    public double asDouble() {
        return Double.longBitsToDouble(number);
    }

    /** The value of a {@link AttributeType#BOOL}. */
    public boolean asBoolean() {
        return number != 0;
    }
}
