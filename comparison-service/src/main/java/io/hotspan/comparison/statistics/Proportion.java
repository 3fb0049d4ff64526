package io.hotspan.comparison.statistics;

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
     * The score interval at {@code z} standard normal deviations.
     *
     * @see "E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference"
     */
    Interval wilson(double z) {
        double z2 = z * z;
        double centre = share + z2 / (2 * size);
        double half = z * Math.sqrt(share * (1 - share) / size + z2 / (4 * size * size));
        double norm = 1 + z2 / size;
        return new Interval(Math.max(0, (centre - half) / norm), Math.min(1, (centre + half) / norm));
    }
}
