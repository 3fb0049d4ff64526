package io.hotspan.generator.pack;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.GeneratorProperties.ScenarioOverride;
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
        ScenarioSettings settings = defaults;
        for (Map.Entry<String, ScenarioOverride> override : overrides.entrySet()) {
            String id = override.getKey();
            ScenarioState state = settings.states().get(id);
            if (state == null) {
                throw new IllegalArgumentException("hotspan.generator.scenarios." + id + " names no scenario of "
                        + pack.name() + "; it has "
                        + pack.scenarios().stream().map(Scenario::id).toList());
            }
            settings = settings.with(
                    id,
                    state.with(
                            override.getValue().enabled(), override.getValue().share()));
        }
        return settings;
    }
}
