package io.hotspan.sampling.policy;

import java.util.function.Supplier;

/** Who rules on the traces of one partition: a judge by the policies in force when a trace begins. Not thread-safe. */
public final class PartitionJudges {

    private final Supplier<PolicySet> inForce;
    private final Overrides overrides;
    private final int partitions;
    private final boolean dryRun;
    private Judge current;

    /** Nothing comes before the policies. */
    public PartitionJudges(Supplier<PolicySet> inForce, int partitions) {
        this(inForce, Overrides.NONE, partitions, false);
    }

    /**
     * @param inForce the policies as they change
     * @param overrides asked before them, when a trace is decided
     * @param partitions of the input topic; each has an equal part of every budget
     * @param dryRun everything is kept whatever they say
     */
    public PartitionJudges(Supplier<PolicySet> inForce, Overrides overrides, int partitions, boolean dryRun) {
        this.inForce = inForce;
        this.overrides = overrides;
        this.partitions = partitions;
        this.dryRun = dryRun;
        this.current = judge(inForce.get());
    }

    /** The one for a trace that begins now. */
    public Judge current() {
        PolicySet policies = inForce.get();
        if (policies != current.policies()) {
            current = judge(policies);
        }
        return current;
    }

    private Judge judge(PolicySet policies) {
        return new Judge(policies, overrides, partitions, dryRun);
    }
}
