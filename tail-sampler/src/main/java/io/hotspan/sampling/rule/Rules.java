package io.hotspan.sampling.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The force rules, of all instances or of this one alone. Reading gives what is known here and never waits; a change is
 * in force here when the call returns. Thread-safe.
 */
public interface Rules {

    /** Every rule that is kept, in the order they decide in; those over too, for a day. */
    List<ForceRule> all();

    /** Those switched on, in the same order; the very same list until one of them changes. */
    List<ForceRule> enabled();

    /** How many traces a rule has decided, by all instances as far as known here. */
    long matches(String id);

    /** Rules, by id, have decided so many more traces in a transaction that is committed. */
    void matched(Map<String, Long> traces);

    /**
     * Adds a new rule.
     *
     * @throws RulesUnavailableException if they cannot be changed now
     */
    void add(ForceRule rule);

    /**
     * Puts another in the place of a rule; {@code change} may be called more than once.
     *
     * @throws RulesUnavailableException if they cannot be changed now
     * @throws io.hotspan.service.problem.NotFoundException if there is no such rule
     */
    ForceRule change(String id, UnaryOperator<ForceRule> change);

    /**
     * Takes a rule away.
     *
     * @throws RulesUnavailableException if they cannot be changed now
     * @throws io.hotspan.service.problem.NotFoundException if there is no such rule
     */
    void remove(String id);

    /** Who shares the rules, and whether they can be reached. */
    RulesStatus status();

    /** One rule. */
    default Optional<ForceRule> find(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
