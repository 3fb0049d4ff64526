package io.hotspan.sampling.rule.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.Rules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;

/**
 * A rule, and how it is doing.
 *
 * @param remainingSecs until it ends; 0 if it has
 * @param matches traces it has decided, by all instances
 */
@Schema(name = "ForceRuleAnswer")
record RuleAnswer(
        @JsonUnwrapped ForceRule rule,
        State state,
        @JsonProperty("remaining_secs") long remainingSecs,
        long matches) {

    /** Whether it decides anything, and why not. */
    enum State {
        @JsonProperty("in_force")
        IN_FORCE,
        @JsonProperty("disabled")
        DISABLED,
        @JsonProperty("expired")
        EXPIRED,
        @JsonProperty("used_up")
        USED_UP
    }

    static RuleAnswer of(ForceRule rule, Rules rules, Instant now) {
        long matches = rules.matches(rule.id());
        long remaining = Duration.between(now, rule.expiresAt()).toSeconds();
        return new RuleAnswer(rule, state(rule, matches, now), Math.max(0, remaining), matches);
    }

    private static State state(ForceRule rule, long matches, Instant now) {
        if (rule.hasExpired(now)) {
            return State.EXPIRED;
        }
        if (!rule.enabled()) {
            return State.DISABLED;
        }
        Long max = rule.maxMatches();
        return max != null && matches >= max ? State.USED_UP : State.IN_FORCE;
    }
}
