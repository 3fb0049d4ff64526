package io.hotspan.comparison.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A share of a sample.
 *
 * @param share from 0 to 1
 * @param size how many independent observations it rests on; fractional where they are weighted
 */
public record Proportion(double share, double size) {
    public Proportion {
        if (!(share >= 0 && share <= 1 && size > 0)) {
            throw new IllegalArgumentException("no proportion: " + share + " of " + size);
        }
    }

    /**
     * The exact interval that leaves out the truth with a probability of at most {@code tail} on each side.
     *
     * @see "C. J. Clopper and E. S. Pearson (1934), The use of confidence or fiducial limits"
     */
    Interval exact(double tail) {
        double hits = share * size;
        double misses = size - hits;
        double low = share == 0 ? 0 : BetaDistribution.of(hits, misses + 1).inverseCumulativeProbability(tail);
        double high = share == 1 ? 1 : BetaDistribution.of(hits + 1, misses).inverseSurvivalProbability(tail);
        return new Interval(low, high);
    }
}
