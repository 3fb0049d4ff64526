package io.hotspan.sampling.decision;

import io.hotspan.telemetry.decision.Decision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of one partition that late spans still follow, in two generations: when the younger is old or large enough
 * the older is forgotten as a whole, which costs nothing an entry. A decision is so remembered for one to two times the
 * asked time. Not thread-safe.
 */
public final class DecisionMemory {

    private final long rememberMillis;
    private final int generationSize;
    private final long seed;

    private DecisionGeneration young;
    private DecisionGeneration old;
    private long youngSinceMillis = Long.MIN_VALUE;

    /**
     * @param remember how long at least, unless there are too many
     * @param maxDecisions how many at most, once {@link #forget} is called
     */
    public DecisionMemory(Duration remember, int maxDecisions, long seed) {
        this.rememberMillis = remember.toMillis();
        this.generationSize = Math.max(1, maxDecisions / 2);
        this.seed = seed;
        this.young = new DecisionGeneration(0, seed);
        this.old = new DecisionGeneration(0, seed);
    }

    /** The latest decision about the trace, or null. */
    public @Nullable Decision find(long high, long low) {
        Decision found = young.find(high, low);
        return found == null ? old.find(high, low) : found;
    }

    /** Remembers a decision in place of an earlier one of the same trace. */
    public void remember(Decision decision) {
        young.put(decision);
    }

    /** Number of decisions held; one remembered in both generations counts twice. */
    public int size() {
        return young.size() + old.size();
    }

    /**
     * Forgets what is old or too much. Not to be called while input is replayed: there, every decision is needed
     * whatever its age.
     */
    public void forget(long nowMillis) {
        if (youngSinceMillis == Long.MIN_VALUE) {
            youngSinceMillis = nowMillis;
        }
        if (nowMillis - youngSinceMillis >= rememberMillis || young.size() >= generationSize) {
            old = young;
            // There will be about as many of them.
            young = new DecisionGeneration(Math.min(old.size(), generationSize), seed);
            youngSinceMillis = nowMillis;
        }
    }
}
