package io.hotspan.comparison.statistics;

/** A confidence interval, both ends included. */
public record Interval(double low, double high) {

    /**
     * The interval of the difference {@code first.share - second.share} of two independent proportions: as far apart
     * and as near as their exact intervals allow. It is never too narrow. The textbook's normal interval claims
     * certainty at shares of 0 and 1; score intervals, and those that combine the sides by squares, claim too much far
     * out in the tails, where the intervals of a comparison lie: there one observation would do.
     *
     * @param tail the probability on each side, see {@link Confidence}
     */
    public static Interval ofDifference(Proportion first, Proportion second, double tail) {
        Interval a = first.exact(tail / 2);
        Interval b = second.exact(tail / 2);
        return new Interval(a.low - b.high, a.high - b.low);
    }

    /** How far from zero the interval begins; negative where it holds zero. */
    public double distanceFromZero() {
        return Math.max(low, -high);
    }
}
