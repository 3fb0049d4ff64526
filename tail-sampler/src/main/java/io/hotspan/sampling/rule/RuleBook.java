package io.hotspan.sampling.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules as known here, with what they have matched. Thread-safe. */
public final class RuleBook {

    private record Known(List<ForceRule> all, List<ForceRule> enabled, Map<String, Long> matches) {}

    private final Map<String, Long> unshared = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), List.of(), Map.of());

    /**
     * These are the rules now.
     *
     * @param matches by rule id, as shared by all
     */
    public synchronized void replace(Collection<ForceRule> rules, Map<String, Long> matches) {
        List<ForceRule> all = rules.stream().sorted(ForceRule.ORDER).toList();
        List<ForceRule> enabled = all.stream().filter(ForceRule::enabled).toList();
        // The same object while nothing changes: threads make their predicates anew otherwise.
        known = new Known(all, enabled.equals(known.enabled) ? known.enabled : enabled, Map.copyOf(matches));
        unshared.keySet()
                .removeIf(id -> all.stream().noneMatch(rule -> rule.id().equals(id)));
    }

    public List<ForceRule> all() {
        return known.all;
    }

    public List<ForceRule> enabled() {
        return known.enabled;
    }

    /** Traces a rule has decided, shared or not yet. */
    public long matches(String id) {
        return known.matches.getOrDefault(id, 0L) + unshared.getOrDefault(id, 0L);
    }

    /** Rules have decided so many more. */
    public void matched(Map<String, Long> traces) {
        traces.forEach((id, count) -> unshared.merge(id, count, Long::sum));
    }

    /** What has not been shared yet. */
    public Map<String, Long> unshared() {
        return new HashMap<>(unshared);
    }

    /** So much of it has been shared now. */
    public void shared(Map<String, Long> traces) {
        traces.forEach((id, count) -> unshared.computeIfPresent(id, (_, now) -> now > count ? now - count : null));
    }
}
