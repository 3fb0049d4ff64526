package io.hotspan.sampling.replay;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds failed traces that the candidate drops. Not thread-safe. */
final class LostErrorCounter {

    private static final int MOST_IDS = 100;

    private final Set<TraceId> keptNow = new LinkedHashSet<>();
    private final Set<TraceId> droppedNow = new LinkedHashSet<>();
    private long traces;
    private long tracesKeptNow;

    /** The candidate drops this failed trace. */
    void lost(Decision decision, boolean keptByPoliciesInForce) {
        traces++;
        tracesKeptNow += keptByPoliciesInForce ? 1 : 0;
        Set<TraceId> ids = keptByPoliciesInForce ? keptNow : droppedNow;
        if (ids.size() < MOST_IDS) {
            ids.add(id(decision));
        }
    }

    /** It brings the trace back after all. */
    void found(Decision decision, boolean keptByPoliciesInForce) {
        traces--;
        tracesKeptNow -= keptByPoliciesInForce ? 1 : 0;
        (keptByPoliciesInForce ? keptNow : droppedNow).remove(id(decision));
    }

    LostErrors lostErrors() {
        List<String> ids = Stream.concat(keptNow.stream(), droppedNow.stream())
                .limit(MOST_IDS)
                .map(TraceId::toString)
                .toList();
        return new LostErrors(traces, tracesKeptNow, ids);
    }

    private static TraceId id(Decision decision) {
        return new TraceId(decision.high(), decision.low());
    }
}
