package io.hotspan.sampling.rollup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hashes short texts eight bytes at a time. */
final class ByteHash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private ByteHash() {}

    static long of(byte[] bytes, int offset, int length, long seed) {
        long hash = seed ^ length * MULTIPLIER;
        int end = offset + length;
        if (length < Long.BYTES) {
            long rest = 0;
            for (int at = offset; at < end; at++) {
                rest = rest << Byte.SIZE | (bytes[at] & 0xFF);
            }
            return mix(hash ^ rest);
        }
        int last = end - Long.BYTES;
        for (int at = offset; at < last; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONG.get(bytes, at));
        }
        // May overlap with those before it; what is left over needs no loop of its own.
        return mix(hash ^ (long) LONG.get(bytes, last));
    }

    static long mix(long value) {
        long product = value * MULTIPLIER;
        return product ^ product >>> 32;
    }
}
