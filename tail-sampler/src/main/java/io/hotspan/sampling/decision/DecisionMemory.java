package io.hotspan.sampling.decision;

import io.hotspan.sampling.index.TraceTable;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Ruling;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of one partition that late spans still follow, in two generations: when the younger is old or large enough
 * the older is forgotten as a whole, which costs nothing an entry. A decision is so remembered for one to two times the
 * asked time. Not thread-safe.
 */
public final class DecisionMemory {

    private static final int MAX_RULINGS = 4096;

    private final long rememberMillis;
    private final int generationSize;
    private final long seed;
    private final Map<Ruling, Ruling> rulings = new HashMap<>();

    private TraceTable<Decision> young;
    private TraceTable<Decision> old;
    private long youngSinceMillis = Long.MIN_VALUE;

    /**
     * @param remember how long at least, unless there are too many
     * @param maxDecisions how many at most, once {@link #forget} is called
     */
    public DecisionMemory(Duration remember, int maxDecisions, long seed) {
        this.rememberMillis = remember.toMillis();
        this.generationSize = Math.max(1, maxDecisions / 2);
        this.seed = seed;
        this.young = new TraceTable<>(seed);
        this.old = new TraceTable<>(seed);
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
            young = new TraceTable<>(seed);
            youngSinceMillis = nowMillis;
        }
    }

    /** An equal ruling shared by all decisions that have it; there are few of them and many decisions. */
    public Ruling share(Ruling ruling) {
        if (rulings.size() >= MAX_RULINGS) {
            rulings.clear();
        }
        Ruling shared = rulings.putIfAbsent(ruling, ruling);
        return shared == null ? ruling : shared;
    }
}
