package io.hotspan.generator.pack;

import org.jspecify.annotations.Nullable;

/**
 * How a scenario is set.
 *
 * @param enabled whether its trigger has its symptom
 * @param share the fraction of all traffic steered into its trigger while it is enabled, beside what falls into it
 *     anyway
 */
public record ScenarioState(boolean enabled, double share) {

    public ScenarioState {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share must be from 0 to 1, is " + share);
        }
    }

    /** This state with what is not null replaced. */
    public ScenarioState with(@Nullable Boolean newEnabled, @Nullable Double newShare) {
        return new ScenarioState(newEnabled == null ? enabled : newEnabled, newShare == null ? share : newShare);
    }
}
