package io.hotspan.sampling.probability;

/**
 * Rejection thresholds of consistent probability sampling, as plain longs: of 2^56 equally likely traces this many are
 * rejected.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/">TraceState:
 *     Probability Sampling</a>
 */
public final class Threshold {

    /** Number of randomness values, and the threshold that no trace reaches. */
    public static final long NEVER = 1L << 56;

    /** The threshold every trace reaches: probability 1. */
    public static final long ALWAYS = 0;

    /** Stands for "no threshold stated". */
    public static final long ABSENT = -1;

    /** The smallest probability above 0. */
    public static final double MIN_PROBABILITY = 0x1p-56;

    private static final int HEX_DIGITS = 14;
    private static final int SIGNIFICANT_DIGITS = 4;

    private Threshold() {}

    /**
     * The threshold of a probability, to the specification's four hexadecimal digits after any leading {@code f}s. One
     * and above is {@link #ALWAYS}, zero and below {@link #NEVER}.
     */
    public static long ofProbability(double probability) {
        if (probability >= 1) {
            return ALWAYS;
        }
        if (!(probability > 0)) {
            return NEVER;
        }
        // Math.getExponent is one less than frexp's exponent, which the specification uses.
        int leading = Math.floorDiv(Math.getExponent(probability) + 1, -4);
        int digits = Math.clamp(SIGNIFICANT_DIGITS + leading, 1, HEX_DIGITS);
        long steps = 1L << (4 * digits);
        // By way of the kept part, which is exact where 1 - probability is not.
        long kept = Math.max(1, (long) Math.ceil(probability * steps - 0.5));
        long rejected = steps - kept;
        return rejected << (4 * (HEX_DIGITS - digits));
    }

    /** How many traces a kept one stands for. */
    public static double adjustedCount(long threshold) {
        return (double) NEVER / (NEVER - threshold);
    }

    /** The share of traces kept. */
    public static double probability(long threshold) {
        return (double) (NEVER - threshold) / NEVER;
    }

    /** The value of the {@code th} sub-key: up to 14 digits, without trailing zeros. */
    public static String encode(long threshold) {
        if (threshold == ALWAYS) {
            return "0";
        }
        int zeros = Long.numberOfTrailingZeros(threshold) / 4;
        // Leading zeros are significant: the reader pads on the right.
        String digits = Long.toHexString(NEVER | threshold);
        return digits.substring(1, 1 + HEX_DIGITS - zeros);
    }

    /** Reads a {@code th} value of 1 to 14 hexadecimal digits; {@link #ABSENT} if it is anything else. */
    static long decode(byte[] bytes, int from, int to) {
        int digits = to - from;
        long value = digits >= 1 && digits <= HEX_DIGITS ? hex(bytes, from, to) : ABSENT;
        return value < 0 ? ABSENT : value << (4 * (HEX_DIGITS - digits));
    }

    /** Reads an {@code rv} value of exactly 14 hexadecimal digits; {@link #ABSENT} if it is anything else. */
    static long decodeRandomness(byte[] bytes, int from, int to) {
        return to - from == HEX_DIGITS ? hex(bytes, from, to) : ABSENT;
    }

    private static long hex(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return ABSENT;
            }
            value = (value << 4) | digit;
        }
        return value;
    }
}
