package io.hotspan.sampling.ingest;

import org.jspecify.annotations.Nullable;

/** Trace ids as record keys: 32 lower-case hexadecimal digits in ASCII. */
public final class TraceIdHex {

    private static final int LENGTH = 32;
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private TraceIdHex() {}

    /** The key of a trace's records. */
    public static byte[] encode(long high, long low) {
        byte[] key = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            key[i] = digit(high, low, i);
        }
        return key;
    }

    /** Whether a record's key names this trace. */
    public static boolean matches(byte @Nullable [] key, long high, long low) {
        if (key == null || key.length != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (key[i] != digit(high, low, i)) {
                return false;
            }
        }
        return true;
    }

    private static byte digit(long high, long low, int index) {
        long half = index < LENGTH / 2 ? high : low;
        return DIGITS[(int) (half >>> (60 - 4 * (index % (LENGTH / 2)))) & 0xF];
    }
}
