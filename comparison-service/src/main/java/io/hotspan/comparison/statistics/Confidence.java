package io.hotspan.comparison.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How wide intervals must be so that many of them hold at once. */
public final class Confidence {
    /** The probability that all intervals of an answer hold what they should. */
    public static final double LEVEL = 0.95;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Confidence() {}

    /**
     * The deviations of two-sided intervals of which {@code count} hold together (Bonferroni): a comparison looks at
     * thousands of values, and of thousands of 95 % intervals dozens would miss by chance and come out on top.
     */
    public static double deviations(long count) {
        double tail = (1 - LEVEL) / 2 / Math.max(1, count);
        return NORMAL.inverseSurvivalProbability(tail);
    }
}
