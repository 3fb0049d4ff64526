package io.hotspan.sampling.decision;

import io.hotspan.sampling.probability.Threshold;

/**
 * What the policies said of a trace, and what its late spans will hear.
 *
 * @param reason one word, such as {@code error}; with {@value #EARLY} appended if a full buffer forced the decision
 * @param policy name of the policy that kept it, or came nearest to; empty if none had a say
 * @param threshold rejection threshold the trace met or missed
 */
public record Ruling(boolean kept, String reason, String policy, long threshold) {

    private static final String EARLY = " (early)";

    /** The trace is kept. */
    public static Ruling keep(String reason, String policy, long threshold) {
        return new Ruling(true, reason, policy, threshold);
    }

    /** The trace is dropped. */
    public static Ruling drop(String reason, String policy, long threshold) {
        return new Ruling(false, reason, policy, threshold);
    }

    /** The same, said to have been made before the trace was due. */
    public Ruling early() {
        return new Ruling(kept, reason + EARLY, policy, threshold);
    }

    /** How many traces this one stands for; 0 if it is dropped. */
    public double weight() {
        return kept ? Threshold.adjustedCount(threshold) : 0;
    }
}
