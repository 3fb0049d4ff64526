package io.hotspan.comparison.count;

/**
 * All spans of one side of a comparison.
 *
 * @param weight how many spans of the traffic they stand for
 * @param weightSquares the sum of their squared weights
 * @param stored how many rows they are
 * @param errors how many of {@code weight} failed
 * @param traces in how many traces they lie; 0 where each is known to be of another trace
 * @param sampled whether any of them stands for more than itself
 */
public record SideTotals(
        double weight, double weightSquares, long stored, double errors, long traces, boolean sampled) {

    static final SideTotals NONE = new SideTotals(0, 0, 0, 0, 0, false);

    /**
     * How many independent observations the side is worth: Kish's effective sample size of the weights, and not more
     * than one a trace, for the spans of a trace share their attributes.
     */
    public double effectiveSize() {
        if (weightSquares == 0) {
            return 0;
        }
        double kish = weight * weight / weightSquares;
        return traces == 0 ? kish : Math.min(kish, (double) traces);
    }
}
