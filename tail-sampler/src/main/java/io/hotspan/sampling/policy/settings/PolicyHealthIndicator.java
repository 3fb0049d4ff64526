package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.Policy;
import io.hotspan.sampling.policy.PolicySet;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows the policies in force, and why a changed file was not taken. Up either way, for sampling goes on. */
public final class PolicyHealthIndicator implements HealthIndicator {

    private final Supplier<PolicySet> policies;

    public PolicyHealthIndicator(Supplier<PolicySet> policies) {
        this.policies = policies;
    }

    @Override
    public Health health() {
        PolicySet set = policies.get();
        Health.Builder health = Health.up()
                .withDetail("precedence", set.precedence())
                .withDetail(
                        "policies", set.policies().stream().map(Policy::name).toList());
        if (policies instanceof PolicyWatch watch) {
            PolicyWatch.Reload reload = watch.lastReload();
            health.withDetail("file", watch.path().toString()).withDetail("lastReload", reload.at());
            if (!reload.succeeded()) {
                health.withDetail("problem", reload.problem());
            }
        }
        return health.build();
    }
}
