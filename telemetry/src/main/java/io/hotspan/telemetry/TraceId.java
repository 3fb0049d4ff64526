package io.hotspan.telemetry;

import java.util.HexFormat;

/**
 * A W3C trace id: 16 bytes, big-endian, not all zero.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record TraceId(long high, long low) {
    private static final int HEX_LENGTH = 32;

    public TraceId {
        if ((high | low) == 0) {
            throw new IllegalArgumentException("a trace id of all zeros is invalid");
        }
    }

    /**
     * Reads 32 hexadecimal digits of either case.
     *
     * @throws IllegalArgumentException if {@code hex} is not such a text, or all zeros
     */
    public static TraceId parse(CharSequence hex) {
        if (hex.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("a trace id has 32 hexadecimal digits, not " + hex.length());
        }
        return new TraceId(
                HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, HEX_LENGTH));
    }

    /** 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat format = HexFormat.of();
        return format.toHexDigits(high) + format.toHexDigits(low);
    }
}
