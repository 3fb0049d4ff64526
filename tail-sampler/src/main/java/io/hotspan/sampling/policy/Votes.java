package io.hotspan.sampling.policy;

import io.hotspan.sampling.policy.CombinedPolicy.And;
import io.hotspan.sampling.policy.CombinedPolicy.Composite;
import io.hotspan.sampling.policy.CombinedPolicy.Drop;
import io.hotspan.sampling.policy.CombinedPolicy.Not;
import io.hotspan.sampling.policy.CombinedPolicy.Or;
import io.hotspan.sampling.probability.Threshold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes policies ready for the traces of one partition, with whatever they keep in mind from trace to trace. */
final class Votes {

    private final SpanConditions conditions;
    private final int partitions;

    private Votes(SpanConditions conditions, int partitions) {
        this.conditions = conditions;
        this.partitions = partitions;
    }

    /** What all of these policies ask of single spans. */
    static SpanConditions conditions(List<Policy> policies) {
        Set<SpanCondition> found = new LinkedHashSet<>();
        policies.forEach(policy -> collect(policy, found));
        return new SpanConditions(List.copyOf(found));
    }

    static Vote[] of(List<Policy> policies, SpanConditions conditions, int partitions) {
        return new Votes(conditions, partitions).votes(policies);
    }

    /** Whether the policy has a budget to spend, which it should only on traces that need it. */
    static boolean spends(Policy policy) {
        return policy instanceof RateLimitPolicy
                || policy instanceof DynamicPolicy
                || policy instanceof Composite
                || (policy instanceof CombinedPolicy combined
                        && combined.parts().stream().anyMatch(Votes::spends));
    }

    private Vote[] votes(List<Policy> policies) {
        return policies.stream().map(this::vote).toArray(Vote[]::new);
    }

    private Vote vote(Policy policy) {
        return switch (policy) {
            case AlwaysPolicy _ -> _ -> Threshold.ALWAYS;
            case ErrorPolicy _ -> trial -> Vote.certainIf(trial.facts().errorSpans() > 0);
            case LatencyPolicy(var _, Duration atLeast, Duration atMost) -> latency(atLeast, atMost);
            case ProbabilityPolicy(var _, double probability) -> {
                long threshold = Threshold.ofProbability(probability);
                yield _ -> threshold;
            }
            case SpanCountPolicy(var _, long min, long max) ->
                trial -> Vote.certainIf(
                        trial.facts().spans() >= min && trial.facts().spans() <= max);
            case SpanPolicy(var _, var _, SpanCondition condition, boolean inverted) -> {
                int index = conditions.indexOf(condition);
                yield trial -> Vote.certainIf(trial.isMet(index) != inverted);
            }
            case RateLimitPolicy limit -> limit(limit);
            case DynamicPolicy dynamic -> {
                TraceKey key = new TraceKey(dynamic.fields());
                KeyShares shares = new KeyShares(dynamic, partitions);
                yield trial -> shares.threshold(key.of(trial.records()), trial.nowMillis());
            }
            case Composite composite -> composite(composite);
            case And(var _, List<Policy> parts) -> and(parts);
            case Or(var _, List<Policy> parts) -> or(parts);
            case Not(var _, List<Policy> parts) -> {
                Vote all = and(parts);
                yield trial -> Vote.certainIf(all.threshold(trial) == Vote.NONE);
            }
            case Drop(var _, List<Policy> parts) -> and(parts);
        };
    }

    private static Vote latency(Duration atLeast, @Nullable Duration atMost) {
        long min = atLeast.toNanos();
        long max = atMost == null ? Long.MAX_VALUE : atMost.toNanos();
        return trial -> Vote.certainIf(
                trial.facts().durationNanos() >= min && trial.facts().durationNanos() <= max);
    }

    private Vote limit(RateLimitPolicy limit) {
        double share = 1.0 / partitions;
        TokenBucket bucket = new TokenBucket(limit.perSecond() * share, limit.burst() * share);
        return switch (limit.unit()) {
            case SPANS -> trial -> Vote.certainIf(bucket.take(trial.facts().spans(), trial.nowMillis()));
            case BYTES -> trial -> Vote.certainIf(bucket.take(trial.facts().bytes(), trial.nowMillis()));
        };
    }

    private Vote composite(Composite composite) {
        Vote[] votes = votes(composite.parts());
        TokenBucket[] buckets = new TokenBucket[votes.length];
        for (int i = 0; i < buckets.length; i++) {
            double perSecond = composite.spansPerSecond() * composite.shares().get(i) / partitions;
            buckets[i] = new TokenBucket(perSecond, perSecond);
        }
        return trial -> {
            for (int i = 0; i < votes.length; i++) {
                long threshold = votes[i].threshold(trial);
                if (threshold != Vote.NONE && trial.facts().randomness() >= threshold) {
                    return buckets[i].take(trial.facts().spans(), trial.nowMillis()) ? threshold : Vote.NONE;
                }
            }
            return Vote.NONE;
        };
    }

    /** Budgets are asked last, and not at all for a trace that the other parts do not keep. */
    private Vote and(List<Policy> parts) {
        Vote[] votes = votes(budgetsLast(parts));
        int free = (int) parts.stream().filter(part -> !spends(part)).count();
        return trial -> {
            long highest = Threshold.ALWAYS;
            for (int i = 0; i < votes.length; i++) {
                if (i >= free && trial.facts().randomness() < highest) {
                    return highest;
                }
                long threshold = votes[i].threshold(trial);
                if (threshold == Vote.NONE) {
                    return Vote.NONE;
                }
                highest = Math.max(highest, threshold);
            }
            return highest;
        };
    }

    /** Budgets are asked last, and not at all for a trace that another part keeps for certain. */
    private Vote or(List<Policy> parts) {
        Vote[] votes = votes(budgetsLast(parts));
        return trial -> {
            long lowest = Vote.NONE;
            for (Vote vote : votes) {
                lowest = Math.min(lowest, vote.threshold(trial));
                if (lowest == Threshold.ALWAYS) {
                    return lowest;
                }
            }
            return lowest;
        };
    }

    private static List<Policy> budgetsLast(List<Policy> parts) {
        List<Policy> ordered = new ArrayList<>();
        parts.stream().filter(part -> !spends(part)).forEach(ordered::add);
        parts.stream().filter(Votes::spends).forEach(ordered::add);
        return ordered;
    }

    private static void collect(Policy policy, Set<SpanCondition> found) {
        if (policy instanceof SpanPolicy span) {
            found.add(span.condition());
        } else if (policy instanceof CombinedPolicy combined) {
            combined.parts().forEach(part -> collect(part, found));
        }
    }
}
