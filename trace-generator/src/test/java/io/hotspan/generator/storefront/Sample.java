package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.trace.GeneratedTrace;
import java.util.List;
import java.util.stream.LongStream;

/** Traces for the tests to count in. */
final class Sample {

    static final long SEED = 4711;
    static final StorefrontPack PACK = new StorefrontPack();
    static final ScenarioSettings ALL_ON = ScenarioSettings.defaults(PACK.scenarios());
    static final ScenarioSettings ALL_OFF = ScenarioSettings.allOff(PACK.scenarios());

    private Sample() {}

    static List<GeneratedTrace> traces(int count, ScenarioSettings settings) {
        return LongStream.range(0, count)
                .mapToObj(index -> PACK.trace(SEED, index, settings))
                .toList();
    }

    static List<Facts> facts(int count, ScenarioSettings settings) {
        return traces(count, settings).stream().map(Facts::of).toList();
    }
}
