package io.hotspan.telemetry.decision;

import org.jspecify.annotations.Nullable;

/**
 * What the policies, or a force rule, said of a trace, and what its late spans will hear.
 *
 * @param reason one word, such as {@code error}; with {@value #EARLY} appended if a full buffer forced the decision,
 *     {@value #DRY_RUN} if it was not to take effect
 * @param policy name of the policy that kept it, or came nearest to; id of the rule; empty if none had a say
 * @param threshold rejection threshold the trace met or missed: of 2^56 traces this many are dropped
 * @param rule the force rule that decided; null if none did
 * @param dryRun what would have been, if everything is kept
 */
public record Ruling(
        boolean kept,
        String reason,
        String policy,
        long threshold,
        @Nullable RuleVersion rule,
        DryRun dryRun) {

    /** Reason of what a force rule decided. */
    public static final String FORCE_RULE = "force-rule";

    /** Reason of what the policies dropped, for its randomness or because a budget was spent. */
    public static final String NOT_SAMPLED = "not-sampled";

    /** Reason of what no policy had an opinion about. */
    public static final String NO_POLICY = "no-policy";

    /** Reason of what was dropped until an error came late. */
    public static final String LATE_ERROR = "late-error";

    private static final String EARLY = " (early)";
    private static final String DRY_RUN = " (dry run)";
    private static final long ALL = 1L << 56;

    /** The policies keep the trace. */
    public static Ruling keep(String reason, String policy, long threshold) {
        return new Ruling(true, reason, policy, threshold, null, DryRun.OFF);
    }

    /** The policies drop the trace. */
    public static Ruling drop(String reason, String policy, long threshold) {
        return new Ruling(false, reason, policy, threshold, null, DryRun.OFF);
    }

    /** A force rule keeps the trace for certain, or drops it for certain. */
    public static Ruling forced(boolean kept, RuleVersion rule) {
        return new Ruling(kept, FORCE_RULE, rule.id(), kept ? 0 : ALL, rule, DryRun.OFF);
    }

    /** A late error keeps the trace for certain. */
    public static Ruling lateError() {
        return keep(LATE_ERROR, "", 0);
    }

    /** Whether the trace was dropped because nothing wanted to keep it, and not because it was to be dropped. */
    public boolean isDroppedByDefault() {
        return !kept && (reason.startsWith(NOT_SAMPLED) || reason.startsWith(NO_POLICY));
    }

    /** The same, said to have been made before the trace was due. */
    public Ruling early() {
        return new Ruling(kept, reason + EARLY, policy, threshold, rule, dryRun);
    }

    /** The trace is kept whatever this ruling says, and stands for itself alone. */
    public Ruling inDryRun() {
        return new Ruling(true, reason + DRY_RUN, policy, 0, rule, kept ? DryRun.KEPT : DryRun.DROPPED);
    }

    /** How many traces this one stands for; 0 if it is dropped. */
    public double weight() {
        return kept ? (double) ALL / (ALL - threshold) : 0;
    }
}
