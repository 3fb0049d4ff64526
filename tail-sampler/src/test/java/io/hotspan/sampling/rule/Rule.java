package io.hotspan.sampling.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that match every trace, for tests of everything but matching. */
public final class Rule {

    public static final Instant MADE = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant ENDS = MADE.plusSeconds(300);

    private Rule() {}

    public static ForceRule keeping(String id, int priority) {
        return rule(id, ForceRule.Action.FORCE_KEEP, priority, true, null);
    }

    public static ForceRule dropping(String id, int priority) {
        return rule(id, ForceRule.Action.FORCE_DROP, priority, true, null);
    }

    public static ForceRule rule(
            String id, ForceRule.Action action, int priority, boolean enabled, @Nullable Long maxMatches) {
        return new ForceRule(
                id,
                1,
                "",
                action,
                priority,
                new RuleMatch(List.of(), List.of(), true),
                enabled,
                maxMatches,
                null,
                MADE,
                "test",
                MADE,
                ENDS);
    }
}
