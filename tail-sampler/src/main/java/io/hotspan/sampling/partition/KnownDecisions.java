package io.hotspan.sampling.partition;

import io.hotspan.sampling.decision.DecisionMemory;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest decision about each trace of one partition: for as long as late spans are followed, and of a trace that is
 * being brought back until that is done. Not thread-safe.
 */
public final class KnownDecisions {

    private record Open(Decision decision, long decisionsFrom) {}

    private final DecisionMemory memory;
    // In the order they were asked for, which a later entry of a trace does not change.
    private final Map<TraceId, Open> open = new LinkedHashMap<>();
    private long decisionsFrom;

    /**
     * Knows nothing yet.
     *
     * @param decisionsFrom where the decision log is read from, by the last commit
     */
    public KnownDecisions(DecisionMemory memory, long decisionsFrom) {
        this.memory = memory;
        this.decisionsFrom = decisionsFrom;
    }

    /** Takes note of an entry of the decision log, or of one that is about to be written. */
    public void remember(Decision decision) {
        memory.remember(decision);
        if (decision.revival().isOpen()) {
            open.merge(
                    id(decision),
                    new Open(decision, decisionsFrom),
                    (before, later) -> new Open(later.decision(), before.decisionsFrom()));
        } else if (!open.isEmpty()) {
            open.remove(id(decision));
        }
    }

    /** Entries from now on lie at or after this offset of the decision log. */
    void written(long decisionEnd) {
        decisionsFrom = decisionEnd;
    }

    /** The latest decision about the trace, or null. */
    @Nullable
    Decision find(long high, long low) {
        Decision found = memory.find(high, low);
        if (found == null && !open.isEmpty()) {
            Open held = open.get(new TraceId(high, low));
            return held == null ? null : held.decision();
        }
        return found;
    }

    /** Forgets what is old or too much, but nothing that is being brought back. */
    void forget(long nowMillis) {
        memory.forget(nowMillis);
    }

    /** The latest decisions about traces that are being brought back. */
    List<Decision> beingRevived() {
        return open.values().stream().map(Open::decision).toList();
    }

    /**
     * From where the decision log must be read after a restart, so that nothing that is being brought back is missed:
     * at most {@code otherwise}.
     */
    long decisionsFrom(long otherwise) {
        return open.isEmpty()
                ? otherwise
                : Math.min(otherwise, open.values().iterator().next().decisionsFrom());
    }

    private static TraceId id(Decision decision) {
        return new TraceId(decision.high(), decision.low());
    }
}
