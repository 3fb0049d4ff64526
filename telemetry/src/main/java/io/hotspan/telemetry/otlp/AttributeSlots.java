package io.hotspan.telemetry.otlp;

import static io.hotspan.telemetry.otlp.WireReader.FIXED64;
import static io.hotspan.telemetry.otlp.WireReader.LENGTH_DELIMITED;
import static io.hotspan.telemetry.otlp.WireReader.VARINT;
import static io.hotspan.telemetry.otlp.WireReader.tag;

/** The asked-for attributes of one span or resource. A key that repeats takes its last value. */
final class AttributeSlots {

    private static final int KEY = tag(1, LENGTH_DELIMITED);
    private static final int VALUE = tag(2, LENGTH_DELIMITED);

    private static final int STRING_VALUE = tag(1, LENGTH_DELIMITED);
    private static final int BOOL_VALUE = tag(2, VARINT);
    private static final int INT_VALUE = tag(3, VARINT);
    private static final int DOUBLE_VALUE = tag(4, FIXED64);
    private static final int ARRAY_VALUE = tag(5, LENGTH_DELIMITED);
    private static final int KVLIST_VALUE = tag(6, LENGTH_DELIMITED);
    private static final int BYTES_VALUE = tag(7, LENGTH_DELIMITED);
    private static final int STRINDEX_VALUE = tag(8, VARINT);

    private final AttributeKeys.Keys keys;
    private final AttributeValue[] own;
    // Its own, or those of an equal resource that was read before.
    private AttributeValue[] values;
    private final TextSlice key = new TextSlice();
    private final AttributeValue value = new AttributeValue();

    AttributeSlots(AttributeKeys.Keys keys) {
        this.keys = keys;
        this.own = new AttributeValue[keys.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = new AttributeValue();
        }
        this.values = own;
    }

    /** Whether no attribute is asked for. */
    boolean isEmpty() {
        return values.length == 0;
    }

    AttributeValue get(int index) {
        return values[index];
    }

    void clear() {
        values = own;
        for (AttributeValue slot : own) {
            slot.clear(AttributeType.ABSENT);
        }
    }

    /** What was read. */
    AttributeValue[] values() {
        return values;
    }

    /** Shows what was read before, until the next {@link #clear()}. */
    void show(AttributeValue[] readBefore) {
        values = readBefore;
    }

    /**
     * Steps over attributes with this tag of one byte that need no look, as far as is easily seen: most are not asked
     * for.
     */
    void skipUnasked(WireReader reader, int tag) {
        if (isEmpty()) {
            reader.skipShort(tag);
        } else {
            reader.skipShortPairs(tag, KEY, VALUE, keys.lengths());
        }
    }

    /** Reads the {@code KeyValue} that fills the reader's present limit. */
    void read(WireReader reader, int depth) throws MalformedOtlpException {
        if (isEmpty()) {
            reader.moveTo(reader.limit());
            return;
        }
        int start = reader.position();
        int index = findKey(reader, depth);
        if (index < 0) {
            return;
        }
        // The key may follow its value.
        reader.moveTo(start);
        value.clear(AttributeType.EMPTY);
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == VALUE) {
                int outer = reader.enter(reader.readLength());
                readValue(reader, depth + 1);
                reader.leave(outer);
            } else {
                reader.skip(tag, depth);
            }
        }
        values[index].set(value);
    }

    /** Reads to the limit; most attributes are not asked for, so their values need no look. */
    private int findKey(WireReader reader, int depth) throws MalformedOtlpException {
        int usual = reader.firstOfTwoShort(KEY, VALUE);
        if (usual >= 0) {
            key.set(reader.bytes(), reader.position() + 2, usual);
            reader.moveTo(reader.limit());
            return keys.find(key);
        }
        key.clear();
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == KEY) {
                int length = reader.readLength();
                key.set(reader.bytes(), reader.position(), length);
                reader.moveTo(reader.position() + length);
            } else {
                reader.skip(tag, depth);
            }
        }
        return keys.find(key);
    }

    private void readValue(WireReader reader, int depth) throws MalformedOtlpException {
        int start = reader.position();
        boolean composite = false;
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == STRING_VALUE) {
                int length = reader.readLength();
                value.setBytes(AttributeType.STRING, reader.bytes(), reader.position(), length);
                reader.moveTo(reader.position() + length);
                composite = false;
            } else if (tag == BOOL_VALUE) {
                value.setNumber(AttributeType.BOOL, reader.readVarint() == 0 ? 0 : 1);
                composite = false;
            } else if (tag == INT_VALUE) {
                value.setNumber(AttributeType.LONG, reader.readVarint());
                composite = false;
            } else if (tag == DOUBLE_VALUE) {
                value.setNumber(AttributeType.DOUBLE, reader.readFixed64());
                composite = false;
            } else {
                composite |= tag == ARRAY_VALUE || tag == KVLIST_VALUE || tag == BYTES_VALUE || tag == STRINDEX_VALUE;
                reader.skip(tag, depth);
            }
        }
        if (composite) {
            value.setBytes(AttributeType.OTHER, reader.bytes(), start, reader.limit() - start);
        }
    }
}
