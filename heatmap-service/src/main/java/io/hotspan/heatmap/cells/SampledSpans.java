package io.hotspan.heatmap.cells;

/** Sums up the spans that stand for more than themselves. */
final class SampledSpans {
    private long count;
    private double variance;

    /**
     * Adds some.
     *
     * @param variance their sum of {@code w (w - 1)}, which is the variance of their number if each were sampled alone
     */
    void add(long spans, double variance) {
        this.count += spans;
        this.variance += variance;
    }

    long count() {
        return count;
    }

    double variance() {
        return variance;
    }
}
