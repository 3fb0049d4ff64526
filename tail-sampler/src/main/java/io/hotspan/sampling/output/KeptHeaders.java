package io.hotspan.sampling.output;

import io.hotspan.sampling.probability.Threshold;
import io.hotspan.telemetry.decision.DryRun;
import io.hotspan.telemetry.decision.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;

/** What the headers of kept records say: why, by which policy, for how many traces. Made once for all that share it. */
final class KeptHeaders {

    /** Most of a sampler's kept traces have one of few. */
    private static final int MAX_REMEMBERED = 1_024;

    private record Key(Ruling ruling, long threshold) {}

    private final Map<Key, List<Header>> remembered = new HashMap<>();

    /** The headers of records kept by this ruling, sampled at this threshold. */
    List<Header> of(Ruling ruling, long threshold) {
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(new Key(ruling, threshold), KeptHeaders::make);
    }

    private static List<Header> make(Key key) {
        Ruling ruling = key.ruling();
        List<Header> made = new ArrayList<>(List.of(
                TextHeader.of("sampling.reason", ruling.reason()),
                TextHeader.of("sampling.policy", ruling.policy()),
                TextHeader.of("sampling.weight", Double.toString(Threshold.adjustedCount(key.threshold())))));
        if (ruling.dryRun() != DryRun.OFF) {
            made.add(TextHeader.of("sampling.dry-run", ruling.dryRun() == DryRun.KEPT ? "kept" : "dropped"));
        }
        return made;
    }
}
