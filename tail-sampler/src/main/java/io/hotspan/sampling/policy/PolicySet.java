package io.hotspan.sampling.policy;

import io.hotspan.sampling.decision.Ruling;
import io.hotspan.sampling.probability.Threshold;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All policies in their order. Every one is asked; the lowest threshold decides, the first that would keep explains.
 */
public final class PolicySet {

    private final List<Policy> policies;

    /** Refuses two policies of one name. */
    public PolicySet(List<Policy> policies) {
        this.policies = List.copyOf(policies);
        Set<String> names = new HashSet<>();
        for (Policy policy : policies) {
            if (!names.add(policy.name())) {
                throw new IllegalArgumentException(
                        "two policies are named " + policy.name() + "; give each a name of its own");
            }
        }
    }

    /** The policies in their order. */
    public List<Policy> policies() {
        return policies;
    }

    /** Rules on a trace. */
    public Ruling rule(TraceFacts trace) {
        long randomness = trace.randomness();
        long lowest = Threshold.NEVER;
        Policy keeper = null;
        Policy nearest = null;
        for (Policy policy : policies) {
            long threshold = policy.threshold(trace);
            if (keeper == null && randomness >= threshold) {
                keeper = policy;
            }
            if (threshold < lowest) {
                lowest = threshold;
                nearest = policy;
            }
        }
        if (keeper != null) {
            return Ruling.keep(keeper.reason(), keeper.name(), lowest);
        }
        return nearest == null
                ? Ruling.drop("no-policy", "", lowest)
                : Ruling.drop("not-sampled", nearest.name(), lowest);
    }
}
