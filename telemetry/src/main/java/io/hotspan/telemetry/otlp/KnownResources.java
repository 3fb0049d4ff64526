package io.hotspan.telemetry.otlp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for of resources seen before: few send most of the spans, and comparing the bytes of one is far
 * quicker than reading them. Not thread-safe.
 */
final class KnownResources {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int SLOT_BITS = 8;
    /** A longer one is rare and not worth keeping. */
    private static final int MAX_BYTES = 1_024;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Known(byte[] encoded, AttributeValue[] values) {}

    // A resource has one place only: another that wants it takes it over.
    private final @Nullable Known[] slots = new Known[1 << SLOT_BITS];

    /** The values read of an equal resource, or null. */
    AttributeValue @Nullable [] find(byte[] bytes, int offset, int length) {
        if (length < Long.BYTES || length > MAX_BYTES) {
            return null;
        }
        Known known = slots[slot(bytes, offset, length)];
        if (known == null || !Arrays.equals(known.encoded, 0, known.encoded.length, bytes, offset, offset + length)) {
            return null;
        }
        return known.values;
    }

    /** Keeps a copy of a resource that was read without a fault, and of what was read. */
    void remember(byte[] bytes, int offset, int length, AttributeValue[] read) {
        if (length < Long.BYTES || length > MAX_BYTES) {
            return;
        }
        byte[] encoded = Arrays.copyOfRange(bytes, offset, offset + length);
        AttributeValue[] values = new AttributeValue[read.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = new AttributeValue();
            values[i].set(read[i]);
            values[i].moveTo(encoded, -offset);
        }
        slots[slot(bytes, offset, length)] = new Known(encoded, values);
    }

    // Resources of one kind differ in what they are called and in the instance, which comes early or late.
    private static int slot(byte[] bytes, int offset, int length) {
        long middle = (long) LONG.get(bytes, offset + (length - Long.BYTES) / 2);
        long end = (long) LONG.get(bytes, offset + length - Long.BYTES);
        long quarter = (long) LONG.get(bytes, offset + (length - Long.BYTES) / 4);
        long mixed = ((middle * 31 + end) * 31 + quarter) * 31 + length;
        return (int) ((mixed * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - SLOT_BITS));
    }
}
