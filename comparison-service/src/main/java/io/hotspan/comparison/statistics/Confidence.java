package io.hotspan.comparison.statistics;

/** How wide intervals must be so that many of them hold at once. */
public final class Confidence {
    /** The probability that all intervals of an answer hold what they should. */
    public static final double LEVEL = 0.95;

    private Confidence() {}

    /**
     * The probability to leave on each side of intervals of which {@code count} hold together (Bonferroni): a
     * comparison looks at thousands of values, and of thousands of 95 % intervals dozens would miss by chance and come
     * out on top.
     */
    public static double tail(long count) {
        return (1 - LEVEL) / 2 / Math.max(1, count);
    }
}
