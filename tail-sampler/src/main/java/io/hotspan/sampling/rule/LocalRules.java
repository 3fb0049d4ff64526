package io.hotspan.sampling.rule;

import io.hotspan.service.problem.NotFoundException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rules of this instance alone, gone when it ends: what there is without Redis. */
public final class LocalRules implements Rules {

    private final RuleBook book = new RuleBook();
    private final InstantSource clock;

    public LocalRules(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<ForceRule> all() {
        return book.all().stream()
                .filter(rule -> !rule.isForgotten(clock.instant()))
                .toList();
    }

    @Override
    public List<ForceRule> enabled() {
        return book.enabled();
    }

    @Override
    public long matches(String id) {
        return book.matches(id);
    }

    @Override
    public void matched(Map<String, Long> traces) {
        book.matched(traces);
    }

    @Override
    public synchronized void add(ForceRule rule) {
        replace("", rule);
    }

    @Override
    public synchronized ForceRule change(String id, UnaryOperator<ForceRule> change) {
        ForceRule changed = change.apply(known(id));
        replace(id, changed);
        return changed;
    }

    @Override
    public synchronized void remove(String id) {
        replace(known(id).id());
    }

    @Override
    public RulesStatus status() {
        return new RulesStatus("this instance alone, until it ends", false, clock.instant(), "", true);
    }

    private ForceRule known(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no force rule " + id + "."));
    }

    private void replace(String old, ForceRule... now) {
        List<ForceRule> rules = new ArrayList<>(List.of(now));
        all().stream().filter(rule -> !rule.id().equals(old)).forEach(rules::add);
        book.replace(rules, Map.of());
    }
}
