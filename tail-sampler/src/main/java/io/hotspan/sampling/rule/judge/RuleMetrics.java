package io.hotspan.sampling.rule.judge;

import io.hotspan.sampling.rule.Rules;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts by rule what committed transactions held, for Prometheus and for the rules' own limits. */
public final class RuleMetrics implements Consumer<Map<String, Long>> {

    private final Rules rules;
    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    public RuleMetrics(Rules rules, MeterRegistry registry, InstantSource clock) {
        this.rules = rules;
        this.registry = registry;
        Gauge.builder(
                        "tail_sampling.rules.in_force",
                        () -> rules.enabled().stream()
                                .filter(rule -> !rule.hasExpired(clock.instant()))
                                .count())
                .description("Force rules that are switched on and not over")
                .register(registry);
        Gauge.builder("tail_sampling.rules.reachable", () -> rules.status().reachable() ? 1 : 0)
                .description("Whether force rules can be changed; if not, those last known are in force")
                .register(registry);
    }

    /** Rules, by id, have decided so many more traces in a transaction that is committed. */
    @Override
    public void accept(Map<String, Long> traces) {
        if (traces.isEmpty()) {
            return;
        }
        traces.forEach(
                (id, count) -> counters.computeIfAbsent(id, this::counter).increment((double) count));
        rules.matched(traces);
        // Rules come and go; their series must not pile up.
        counters.entrySet().removeIf(known -> {
            boolean gone = rules.find(known.getKey()).isEmpty();
            if (gone) {
                registry.remove(known.getValue());
            }
            return gone;
        });
    }

    private Counter counter(String id) {
        return Counter.builder("tail_sampling.rule.matches")
                .description("Traces decided by a force rule")
                .tag("rule", id)
                .register(registry);
    }
}
