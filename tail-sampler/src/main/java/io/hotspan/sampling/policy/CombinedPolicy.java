package io.hotspan.sampling.policy;

import java.util.List;

/** A policy made of others. */
public sealed interface CombinedPolicy extends Policy {

    /** What it is made of. */
    List<Policy> parts();

    /** Keeps what all of its parts keep; each may find what it looks for in another span. */
    record And(String name, List<Policy> parts) implements CombinedPolicy {
        public And {
            parts = checked(name, parts);
        }

        @Override
        public String reason() {
            return "and";
        }
    }

    /** Keeps what any of its parts keeps. */
    record Or(String name, List<Policy> parts) implements CombinedPolicy {
        public Or {
            parts = checked(name, parts);
        }

        @Override
        public String reason() {
            return "or";
        }
    }

    /** Keeps what its parts together, as if by {@link And}, do not. */
    record Not(String name, List<Policy> parts) implements CombinedPolicy {
        public Not {
            parts = certain(name, checked(name, parts));
        }

        @Override
        public String reason() {
            return "not";
        }
    }

    /** Drops what its parts together match, whatever the other policies say. */
    record Drop(String name, List<Policy> parts) implements CombinedPolicy {
        public Drop {
            parts = certain(name, checked(name, parts));
        }

        @Override
        public String reason() {
            return "drop";
        }
    }

    /**
     * Divides a budget of spans among its parts. The first that keeps a trace pays for it from its share; where that is
     * used up, the trace is not kept.
     *
     * @param spansPerSecond on average, all partitions and parts together
     * @param shares of each part, in their order, 0 to 1
     */
    record Composite(String name, long spansPerSecond, List<Policy> parts, List<Double> shares)
            implements CombinedPolicy {
        public Composite {
            parts = checked(name, parts);
            shares = List.copyOf(shares);
            if (spansPerSecond < 1) {
                throw new IllegalArgumentException("policy " + name + ": spans-per-second must be at least 1");
            }
            double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
            if (shares.size() != parts.size() || shares.stream().anyMatch(share -> !(share > 0)) || sum > 1 + 1e-9) {
                throw new IllegalArgumentException("policy " + name
                        + ": the shares of its policies must lie above 0 and add up to 1 at most, not " + shares);
            }
        }

        @Override
        public String reason() {
            return "composite";
        }
    }

    private static List<Policy> checked(String name, List<Policy> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("policy " + name + " needs policies to combine");
        }
        for (Policy part : parts) {
            if (part instanceof Drop) {
                throw new IllegalArgumentException(
                        "policy " + part.name() + ": a drop policy stands by itself; inside of " + name + ", use not");
            }
        }
        return List.copyOf(parts);
    }

    // What is left of a share has no threshold of its own, so its weight could not be told.
    private static List<Policy> certain(String name, List<Policy> parts) {
        for (Policy part : parts) {
            if (part instanceof ProbabilityPolicy || Votes.spends(part)) {
                throw new IllegalArgumentException("policy " + name + ": " + part.name() + " (" + part.reason()
                        + ") cannot be negated; to drop a share, keep the rest with and");
            }
            if (part instanceof CombinedPolicy combined) {
                certain(name, combined.parts());
            }
        }
        return parts;
    }
}
