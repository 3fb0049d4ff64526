package io.hotspan.sampling.stream;

import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.partition.CommitPoint;
import io.hotspan.sampling.partition.DecisionTiming;
import io.hotspan.sampling.partition.KnownDecisions;
import io.hotspan.sampling.partition.Outbox;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.policy.Overrides;
import io.hotspan.sampling.policy.PartitionJudges;
import io.hotspan.sampling.policy.PolicySet;
import java.util.function.Supplier;

/**
 * Makes the samplers of a session's partitions.
 *
 * @param policies in force, as they change
 * @param overrides asked before them
 * @param dryRun everything is kept whatever they say
 * @param outbox takes what they give out
 * @param tally takes what they count
 * @param seed of their tables
 */
record PartitionSamplers(
        Supplier<PolicySet> policies,
        Overrides overrides,
        boolean dryRun,
        DecisionTiming timing,
        Outbox outbox,
        Tally tally,
        long seed) {

    /** The sampler of one of so many partitions, which begins at a commit point and knows these decisions. */
    PartitionSampler make(int partition, int partitions, CommitPoint from, KnownDecisions known) {
        PartitionJudges judges = new PartitionJudges(policies, overrides, partitions, dryRun);
        return new PartitionSampler(partition, judges, timing, from, known, outbox, tally, seed);
    }
}
