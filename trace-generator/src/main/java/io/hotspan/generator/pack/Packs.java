package io.hotspan.generator.pack;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.GeneratorProperties.ScenarioOverride;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Every pack there is, by name, each with the state of its scenarios. */
@Component
public class Packs {

    private final Map<String, ActivePack> byName = new TreeMap<>();

    Packs(List<TrafficPack> packs, GeneratorProperties properties) {
        for (TrafficPack pack : packs) {
            ScenarioSettings settings = ScenarioSettings.defaults(pack.scenarios());
            if (pack.name().equals(properties.pack())) {
                settings = override(pack, settings, properties.scenarios());
            }
            byName.put(pack.name(), new ActivePack(pack, settings));
        }
        if (find(properties.pack()).isEmpty()) {
            throw new IllegalArgumentException(
                    "hotspan.generator.pack is " + properties.pack() + "; set it to one of " + names());
        }
    }

    public Optional<ActivePack> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private static ScenarioSettings override(
            TrafficPack pack, ScenarioSettings defaults, Map<String, ScenarioOverride> overrides) {
        // All at once: taken one by one, shares might exceed 1 on the way to a sum that does not.
        Map<String, ScenarioState> states = new HashMap<>(defaults.states());
        overrides.forEach((id, override) -> {
            ScenarioState state = states.get(id);
            if (state == null) {
                throw new IllegalArgumentException("hotspan.generator.scenarios." + id + " names no scenario of "
                        + pack.name() + "; it has "
                        + pack.scenarios().stream().map(Scenario::id).toList());
            }
            states.put(id, state.with(override.enabled(), override.share()));
        });
        try {
            return new ScenarioSettings(states);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Lower a share in hotspan.generator.scenarios: " + e.getMessage(), e);
        }
    }
}
