package io.hotspan.sampling.policy;

import io.hotspan.telemetry.decision.PolicyList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All policies in their order, as they are in force everywhere. */
public final class PolicySet {

    /** How policies of different opinion agree. */
    public enum Precedence {
        /** Every policy is asked; a drop policy that matches beats all, else the most generous one decides. */
        ALL_VOTE,
        /** The first policy with an opinion decides, be it to keep, to keep a share or to drop. */
        FIRST_MATCH;

        /** The name in settings. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final List<Policy> policies;
    private final Precedence precedence;
    private final PolicyList listed;

    /**
     * Refuses two policies of one name, wherever they stand.
     *
     * @param texts of each policy in one line, as it was configured
     */
    public PolicySet(List<Policy> policies, Precedence precedence, List<String> texts) {
        this.policies = List.copyOf(policies);
        this.precedence = precedence;
        refuseEqualNames(policies, new HashSet<>());
        List<PolicyList.Policy> list = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            list.add(new PolicyList.Policy(policy.name(), policy.reason(), texts.get(i)));
        }
        this.listed = PolicyList.of(precedence.label(), list);
    }

    /** Without the words they were configured in. */
    public PolicySet(List<Policy> policies, Precedence precedence) {
        this(policies, precedence, policies.stream().map(Policy::toString).toList());
    }

    /** All policies vote. */
    public PolicySet(List<Policy> policies) {
        this(policies, Precedence.ALL_VOTE);
    }

    /** The policies in their order. */
    public List<Policy> policies() {
        return policies;
    }

    /** How they agree. */
    public Precedence precedence() {
        return precedence;
    }

    /** The policies as whoever asks for the reasons of a decision is told of them. */
    public PolicyList listed() {
        return listed;
    }

    /** One that rules by these policies on the traces of one of so many partitions. */
    public Judge judge(int partitions) {
        return new Judge(this, Overrides.NONE, partitions, false);
    }

    private static void refuseEqualNames(List<Policy> policies, Set<String> names) {
        for (Policy policy : policies) {
            if (!names.add(policy.name())) {
                throw new IllegalArgumentException(
                        "two policies are named " + policy.name() + "; give each a name of its own");
            }
            if (policy instanceof CombinedPolicy combined) {
                refuseEqualNames(combined.parts(), names);
            }
        }
    }
}
