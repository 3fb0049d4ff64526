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

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    /** Of more resources than this at a time, all are read anew now and then. */
    private static final int MAX_KNOWN = 2_048;

    /** A longer one is rare and not worth keeping. */
    private static final int MAX_BYTES = 1_024;

    /** More are met only where somebody makes resources collide, who shall gain nothing from it. */
    private static final int MAX_PROBES = 32;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Known(long hash, byte[] encoded, AttributeValue[] values) {}

    // Open addressing, never more than half full.
    private final @Nullable Known[] slots = new Known[2 * MAX_KNOWN];
    private int size;

    /** The values read of an equal resource, or null. */
    AttributeValue @Nullable [] find(byte[] bytes, int offset, int length) {
        if (length > MAX_BYTES) {
            return null;
        }
        int slot = slotOf(hash(bytes, offset, length), bytes, offset, length);
        Known known = slot < 0 ? null : slots[slot];
        return known == null ? null : known.values;
    }

    /** Keeps a copy of a resource that was read without a fault, and of what was read. */
    void remember(byte[] bytes, int offset, int length, AttributeValue[] read) {
        if (length > MAX_BYTES) {
            return;
        }
        if (size == MAX_KNOWN) {
            Arrays.fill(slots, null);
            size = 0;
        }
        long hash = hash(bytes, offset, length);
        int slot = slotOf(hash, bytes, offset, length);
        if (slot < 0) {
            return;
        }
        byte[] encoded = Arrays.copyOfRange(bytes, offset, offset + length);
        AttributeValue[] values = new AttributeValue[read.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = new AttributeValue();
            values[i].set(read[i]);
            values[i].moveTo(encoded, -offset);
        }
        slots[slot] = new Known(hash, encoded, values);
        size++;
    }

    /** Where the resource is, or the free slot where it would be; -1 if there is none near. */
    private int slotOf(long hash, byte[] bytes, int offset, int length) {
        int mask = slots.length - 1;
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            int slot = (int) hash + probe & mask;
            Known known = slots[slot];
            if (known == null || isOf(known, hash, bytes, offset, length)) {
                return slot;
            }
        }
        return -1;
    }

    private static boolean isOf(Known known, long hash, byte[] bytes, int offset, int length) {
        byte[] encoded = known.encoded;
        return known.hash == hash && Arrays.equals(encoded, 0, encoded.length, bytes, offset, offset + length);
    }

    /**
     * Of all bytes: resources of one kind differ in a few characters somewhere. In lanes, for a product takes a while.
     */
    private static long hash(byte[] bytes, int offset, int length) {
        long one = length;
        long two = 0;
        long three = 0;
        long four = 0;
        int at = offset;
        int end = offset + length;
        for (; at <= end - 4 * Long.BYTES; at += 4 * Long.BYTES) {
            one = (one ^ (long) LONG.get(bytes, at)) * MULTIPLIER;
            two = (two ^ (long) LONG.get(bytes, at + Long.BYTES)) * MULTIPLIER;
            three = (three ^ (long) LONG.get(bytes, at + 2 * Long.BYTES)) * MULTIPLIER;
            four = (four ^ (long) LONG.get(bytes, at + 3 * Long.BYTES)) * MULTIPLIER;
        }
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            two = (two ^ (long) LONG.get(bytes, at)) * MULTIPLIER;
        }
        for (; at < end; at++) {
            one = (one ^ bytes[at]) * MULTIPLIER;
        }
        return mix(mix(mix(mix(one) ^ two) ^ three) ^ four);
    }

    private static long mix(long value) {
        long product = (value ^ value >>> 32) * MULTIPLIER;
        return product ^ product >>> 32;
    }
}
