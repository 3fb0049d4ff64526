package io.hotspan.generator.pack;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A pack with the present state of its scenarios. Thread-safe; a change holds from the next trace on. */
public final class ActivePack {

    private final TrafficPack pack;
    private final AtomicReference<ScenarioSettings> settings;

    public ActivePack(TrafficPack pack, ScenarioSettings settings) {
        this.pack = pack;
        this.settings = new AtomicReference<>(settings);
    }

    public TrafficPack pack() {
        return pack;
    }

    public ScenarioSettings settings() {
        return settings.get();
    }

    /** Changes the settings; where the change is refused they stay as they are. */
    public ScenarioSettings change(UnaryOperator<ScenarioSettings> change) {
        return settings.updateAndGet(change);
    }
}
