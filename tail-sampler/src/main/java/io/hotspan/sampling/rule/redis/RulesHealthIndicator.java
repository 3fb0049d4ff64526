package io.hotspan.sampling.rule.redis;

import io.hotspan.sampling.rule.Rules;
import io.hotspan.sampling.rule.RulesStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while the rules cannot be reached; sampling goes on with those last known, so it is no part of readiness. */
final class RulesHealthIndicator implements HealthIndicator {

    private final Rules rules;

    RulesHealthIndicator(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Health health() {
        RulesStatus status = rules.status();
        Health.Builder health = status.reachable() ? Health.up() : Health.down();
        if (!status.problem().isEmpty()) {
            health.withDetail("problem", status.problem());
        }
        return health.withDetail("store", status.store())
                .withDetail("shared", status.shared())
                .withDetail("asOf", status.asOf())
                .withDetail("enabledRules", rules.enabled().size())
                .build();
    }
}
