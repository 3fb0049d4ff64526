package io.hotspan.sampling.rule.judge;

import io.hotspan.sampling.policy.Overrides;
import io.hotspan.sampling.policy.TraceRecords;
import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.ForceRule.Action;
import io.hotspan.sampling.rule.Rules;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rules by the force rules in force at the moment a trace is decided. While none is enabled that is a glance at an
 * empty list. Belongs to one thread.
 */
public final class RuleJudge implements Overrides {

    private final Rules rules;
    private final ToLongFunction<String> uncommitted;
    private final InstantSource clock;
    private RuleScan scan = new RuleScan(List.of());
    private List<ForceRule> scanned = List.of();

    /** @param uncommitted matches of a rule that this thread has not committed yet */
    public RuleJudge(Rules rules, ToLongFunction<String> uncommitted, InstantSource clock) {
        this.rules = rules;
        this.uncommitted = uncommitted;
        this.clock = clock;
    }

    @Override
    public @Nullable Ruling rule(TraceRecords records) {
        List<ForceRule> enabled = rules.enabled();
        if (enabled.isEmpty()) {
            return null;
        }
        // Mostly the same object, and so not compared at length.
        if (!enabled.equals(scanned)) {
            scan = new RuleScan(enabled.stream().map(ForceRule::match).toList());
            scanned = enabled;
        }
        Instant now = clock.instant();
        int first = scan.find(records, number -> applies(enabled.get(number), now));
        return first < 0 ? null : ruling(enabled.get(first));
    }

    private boolean applies(ForceRule rule, Instant now) {
        Long max = rule.maxMatches();
        return !rule.hasExpired(now)
                && (max == null || rules.matches(rule.id()) + uncommitted.applyAsLong(rule.id()) < max);
    }

    private static Ruling ruling(ForceRule rule) {
        return Ruling.forced(rule.action() == Action.FORCE_KEEP, new RuleVersion(rule.id(), rule.version()));
    }
}
