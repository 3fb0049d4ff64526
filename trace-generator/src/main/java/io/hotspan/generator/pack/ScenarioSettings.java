package io.hotspan.generator.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The state of every scenario of a pack at one moment; immutable, so a trace is generated under one state. */
public record ScenarioSettings(Map<String, ScenarioState> states) {

    public ScenarioSettings {
        states = Map.copyOf(states);
        double total = states.values().stream()
                .filter(ScenarioState::enabled)
                .mapToDouble(ScenarioState::share)
                .sum();
        // A little slack, so that ten shares of 0.1 pass.
        if (total > 1 + 1e-9) {
            throw new IllegalArgumentException("The shares of all enabled scenarios add up to " + total + ", above 1");
        }
    }

    /** Every scenario enabled with its default share. */
    public static ScenarioSettings defaults(List<Scenario> scenarios) {
        Map<String, ScenarioState> states = new HashMap<>();
        scenarios.forEach(scenario -> states.put(scenario.id(), new ScenarioState(true, scenario.defaultShare())));
        return new ScenarioSettings(states);
    }

    /** Every scenario off: healthy traffic whose attributes are independent of each other. */
    public static ScenarioSettings allOff(List<Scenario> scenarios) {
        Map<String, ScenarioState> states = new HashMap<>();
        scenarios.forEach(scenario -> states.put(scenario.id(), new ScenarioState(false, scenario.defaultShare())));
        return new ScenarioSettings(states);
    }

    public ScenarioState of(String id) {
        ScenarioState state = states.get(id);
        if (state == null) {
            throw new IllegalArgumentException("No scenario " + id);
        }
        return state;
    }

    public ScenarioSettings with(String id, ScenarioState state) {
        Map<String, ScenarioState> changed = new HashMap<>(states);
        changed.put(id, state);
        return new ScenarioSettings(changed);
    }
}
