package io.hotspan.sampling.policy;

import io.hotspan.sampling.policy.CombinedPolicy.Drop;
import io.hotspan.sampling.policy.PolicySet.Precedence;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.Ruling;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules by a set of policies on the traces of one partition, one after the other; budgets are spent in that order and
 * in record time. Not thread-safe.
 */
public final class Judge {

    // Behind every policy's number, so that the first of several is the lowest.
    private static final int NOBODY = Integer.MAX_VALUE;

    private final PolicySet set;
    private final Overrides overrides;
    private final boolean dryRun;
    private final Policy[] policies;
    private final Vote[] votes;
    private final boolean[] spends;
    private final SpanConditions conditions;
    // Used again for each trace: there is one for every trace there is.
    private final long[] said;
    // The latest of each policy: most traces are ruled like one shortly before, and share its ruling.
    private final @Nullable Ruling[] kept;
    private final @Nullable Ruling[] dropped;

    Judge(PolicySet set, Overrides overrides, int partitions, boolean dryRun) {
        this.set = set;
        this.overrides = overrides;
        this.dryRun = dryRun;
        List<Policy> all = set.policies();
        policies = all.toArray(Policy[]::new);
        conditions = Votes.conditions(all);
        votes = Votes.of(all, conditions, partitions);
        said = new long[policies.length];
        kept = new Ruling[policies.length];
        dropped = new Ruling[policies.length];
        spends = new boolean[policies.length];
        for (int i = 0; i < policies.length; i++) {
            spends[i] = Votes.spends(policies[i]);
        }
    }

    /** The policies it rules by. */
    public PolicySet policies() {
        return set;
    }

    /**
     * Rules on a trace.
     *
     * @param nowMillis record time, milliseconds since 1970 UTC
     */
    public Ruling rule(TraceFacts facts, TraceRecords records, long nowMillis) {
        Arrays.fill(said, Evidence.NOT_ASKED);
        Ruling ruling = decide(facts, records, nowMillis);
        return dryRun ? ruling.inDryRun() : ruling;
    }

    private Ruling decide(TraceFacts facts, TraceRecords records, long nowMillis) {
        Ruling forced = overrides.rule(records);
        if (forced != null) {
            return forced;
        }
        Trial trial = new Trial(facts, records, conditions, nowMillis);
        return set.precedence() == Precedence.FIRST_MATCH ? firstMatch(trial) : allVote(trial);
    }

    /** What each policy said of the trace last ruled on, as {@link Evidence} has it; overwritten by the next. */
    public long[] votes() {
        return said;
    }

    private long ask(int policy, Trial trial) {
        long threshold = votes[policy].threshold(trial);
        said[policy] = threshold == Vote.NONE ? Evidence.NO_OPINION : Evidence.vote(threshold);
        return threshold;
    }

    private Ruling firstMatch(Trial trial) {
        for (int i = 0; i < policies.length; i++) {
            long threshold = ask(i, trial);
            if (threshold != Vote.NONE) {
                return policies[i] instanceof Drop ? vetoed(policies[i]) : ruling(trial, i, i, threshold);
            }
        }
        return ruling(trial, NOBODY, NOBODY, Threshold.NEVER);
    }

    private Ruling allVote(Trial trial) {
        long randomness = trial.facts().randomness();
        long lowest = Threshold.NEVER;
        int keeper = NOBODY;
        int nearest = NOBODY;
        for (int i = 0; i < policies.length; i++) {
            if (spends[i]) {
                continue;
            }
            // Of a trace that is kept for certain, only a veto can change what is said.
            if (lowest == Threshold.ALWAYS && !(policies[i] instanceof Drop)) {
                continue;
            }
            long threshold = ask(i, trial);
            if (threshold == Vote.NONE) {
                continue;
            }
            if (policies[i] instanceof Drop) {
                return vetoed(policies[i]);
            }
            if (randomness >= threshold) {
                keeper = Math.min(keeper, i);
            }
            if (threshold < lowest) {
                lowest = threshold;
                nearest = i;
            }
        }
        // Budgets are for traces that nothing else keeps for certain.
        for (int i = 0; i < policies.length && lowest != Threshold.ALWAYS; i++) {
            long threshold = spends[i] ? ask(i, trial) : Vote.NONE;
            if (threshold != Vote.NONE && randomness >= threshold) {
                keeper = Math.min(keeper, i);
            }
            if (threshold < lowest) {
                lowest = threshold;
                nearest = i;
            }
        }
        return ruling(trial, keeper, nearest, lowest);
    }

    private static Ruling vetoed(Policy by) {
        return Ruling.drop(by.reason(), by.name(), Threshold.NEVER);
    }

    private Ruling ruling(Trial trial, int keeper, int nearest, long threshold) {
        if (keeper != NOBODY && trial.facts().randomness() >= threshold) {
            return shared(true, keeper, threshold);
        }
        return nearest == NOBODY ? Ruling.drop(Ruling.NO_POLICY, "", threshold) : shared(false, nearest, threshold);
    }

    private Ruling shared(boolean keeps, int policy, long threshold) {
        @Nullable Ruling[] latest = keeps ? kept : dropped;
        Ruling ruling = latest[policy];
        if (ruling == null || ruling.threshold() != threshold) {
            Policy by = policies[policy];
            ruling = keeps
                    ? Ruling.keep(by.reason(), by.name(), threshold)
                    : Ruling.drop(Ruling.NOT_SAMPLED, by.name(), threshold);
            latest[policy] = ruling;
        }
        return ruling;
    }
}
