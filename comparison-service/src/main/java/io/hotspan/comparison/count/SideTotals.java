package io.hotspan.comparison.count;

import io.hotspan.comparison.count.ValueCounts.Tally;
import io.hotspan.comparison.statistics.Proportion;

/**
 * All spans of one side of a comparison.
 *
 * @param all their weight and number
 * @param errors how many of the weight failed
 * @param traces in how many traces they lie; 0 where each is known to be of another trace
 * @param sampled whether any of them stands for more than itself
 */
public record SideTotals(Tally all, double errors, long traces, boolean sampled) {

    static final SideTotals NONE = new SideTotals(new Tally(0, 0, 0), 0, 0, false);

    /**
     * The share of this side that {@code some} of its spans are, and how many independent observations that is worth.
     * The share's variance is that of a ratio of weights, ((1-p)²·Σw² of them + p²·Σw² of the others) / W²: one kept
     * span that stands for fifty is one observation, not fifty. As the spans of a trace share their attributes, a side
     * is worth no more observations than it has traces.
     */
    public Proportion share(Tally some) {
        double share = Math.clamp(some.weight() / all.weight(), 0, 1);
        double kish = all.weight() * all.weight() / all.weightSquares();
        double others = Math.max(0, all.weightSquares() - some.weightSquares());
        double variance = ((1 - share) * (1 - share) * some.weightSquares() + share * share * others)
                / (all.weight() * all.weight());
        // Where none or all of them have it, nothing is known of the variance but that of the side.
        double size = variance > 0 && share > 0 && share < 1 ? share * (1 - share) / variance : kish;
        double clustering = traces == 0 ? 1 : Math.min(1, traces / kish);
        return new Proportion(share, size * clustering);
    }
}
