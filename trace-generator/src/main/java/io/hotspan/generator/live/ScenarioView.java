package io.hotspan.generator.live;

import io.hotspan.generator.pack.Scenario;
import io.hotspan.generator.pack.ScenarioState;
import io.hotspan.generator.pack.SymptomBox;
import java.util.List;
import java.util.Map;

/** A scenario and how it is set. */
record ScenarioView(
        String id,
        String name,
        Map<String, String> trigger,
        String symptom,
        List<String> foundBy,
        SymptomBox lookAt,
        boolean enabled,
        double share) {

    static ScenarioView of(Scenario scenario, ScenarioState state) {
        return new ScenarioView(
                scenario.id(),
                scenario.name(),
                scenario.trigger(),
                scenario.symptom(),
                scenario.foundBy(),
                scenario.lookAt(),
                state.enabled(),
                state.share());
    }
}
