package io.hotspan.comparison.statistics;

/** A confidence interval, both ends included. */
public record Interval(double low, double high) {

    /**
     * The interval of the difference {@code first.share - second.share} of two independent proportions: Newcombe's
     * hybrid score interval. It keeps its promise also for shares of 0 and 1 and for samples of a handful, where the
     * textbook's normal interval claims certainty.
     *
     * @param z standard normal deviations, see {@link Confidence}
     * @see "R. G. Newcombe (1998), Interval estimation for the difference between independent proportions, method 10"
     */
    public static Interval ofDifference(Proportion first, Proportion second, double z) {
        Interval a = first.wilson(z);
        Interval b = second.wilson(z);
        double difference = first.share() - second.share();
        return new Interval(
                difference - Math.hypot(first.share() - a.low, b.high - second.share()),
                difference + Math.hypot(a.high - first.share(), second.share() - b.low));
    }

    /** How far from zero the interval begins; negative where it holds zero. */
    public double distanceFromZero() {
        return Math.max(low, -high);
    }
}
