package io.hotspan.sampling.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Trace ids as record keys: 32 lower-case hexadecimal digits in ASCII. */
public final class TraceIdHex {

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int LENGTH = 32;
    private static final long EACH = 0x0101_0101_0101_0101L;

    private TraceIdHex() {}

    /** The key of a trace's records. */
    public static byte[] encode(long high, long low) {
        byte[] key = new byte[LENGTH];
        BIG_ENDIAN.set(key, 0, digits((int) (high >>> Integer.SIZE)));
        BIG_ENDIAN.set(key, 8, digits((int) high));
        BIG_ENDIAN.set(key, 16, digits((int) (low >>> Integer.SIZE)));
        BIG_ENDIAN.set(key, 24, digits((int) low));
        return key;
    }

    /** Whether a record's key names this trace. */
    public static boolean matches(byte @Nullable [] key, long high, long low) {
        return key != null
                && key.length == LENGTH
                && (long) BIG_ENDIAN.get(key, 24) == digits((int) low)
                && (long) BIG_ENDIAN.get(key, 16) == digits((int) (low >>> Integer.SIZE))
                && (long) BIG_ENDIAN.get(key, 8) == digits((int) high)
                && (long) BIG_ENDIAN.get(key, 0) == digits((int) (high >>> Integer.SIZE));
    }

    /** Eight digits at once, the first in the highest byte. */
    private static long digits(int number) {
        long nibbles = Long.expand(Integer.toUnsignedLong(number), 0x0F * EACH);
        // Adding 6 carries from ten on into the bit above the nibble.
        long letters = (nibbles + 6 * EACH) >>> 4 & EACH;
        return nibbles + '0' * EACH + letters * ('a' - '0' - 10);
    }
}
