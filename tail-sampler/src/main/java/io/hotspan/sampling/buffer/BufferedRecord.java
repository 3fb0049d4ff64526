package io.hotspan.sampling.buffer;

import org.jspecify.annotations.Nullable;

/** An input record of an undecided trace, as it came. */
public final class BufferedRecord {

    final byte[] value;
    final long timestampMillis;

    @Nullable
    BufferedRecord next;

    BufferedRecord(byte[] value, long timestampMillis) {
        this.value = value;
        this.timestampMillis = timestampMillis;
    }

    /** The OTLP message. */
    public byte[] value() {
        return value;
    }

    /** The record's own time, milliseconds since 1970 UTC. */
    public long timestampMillis() {
        return timestampMillis;
    }

    /** The trace's next record, in the order of offsets. */
    public @Nullable BufferedRecord next() {
        return next;
    }
}
