package io.hotspan.sampling.decision;

import io.hotspan.sampling.index.TraceHash;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Revival;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest decision about each of some traces, in arrays of numbers: the garbage collector has nothing to follow in
 * them and hardly anything to copy, where an object for each would be promoted one by one. A decision takes 56 bytes,
 * and 11 to 21 of the table. Nothing is removed. Not thread-safe.
 */
final class DecisionGeneration {

    // An entry's numbers.
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int FIRST_OFFSET = 2;
    private static final int SETTLED_BELOW = 3;
    private static final int DECIDED_AT_MILLIS = 4;
    private static final int SPANS = 5; // upper half; lower: error spans
    private static final int RULING = 6; // upper half, with the trigger; lower: late spans
    private static final int NUMBERS = 7;

    private static final int TRIGGER_BITS = 4;

    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MIN_SLOTS = 16;

    private final long seed;
    private final List<long[]> chunks = new ArrayList<>();
    // Open addressing: the trace's hash above its entry's number plus one, 0 in free slots.
    private long[] slots;
    private int size;

    private final List<Ruling> rulings = new ArrayList<>();
    private final Map<Ruling, Integer> rulingNumbers = new HashMap<>();
    private @Nullable Ruling latest;
    private int latestNumber;

    // By entry; of very few.
    private final Map<Integer, Revival> revivals = new HashMap<>();

    /** Has room for so many without growing. */
    DecisionGeneration(int expected, long seed) {
        this.seed = seed;
        int slotsWanted = MIN_SLOTS;
        while (isFull(expected, slotsWanted)) {
            slotsWanted *= 2;
        }
        slots = new long[slotsWanted];
    }

    int size() {
        return size;
    }

    @Nullable
    Decision find(long high, long low) {
        int entry = (int) slots[slotOf(high, low, TraceHash.of(high, low, seed))] - 1;
        return entry < 0 ? null : decision(entry);
    }

    /** Adds a decision, or replaces the one about the same trace. */
    void put(Decision decision) {
        int hash = TraceHash.of(decision.high(), decision.low(), seed);
        int slot = slotOf(decision.high(), decision.low(), hash);
        if (slots[slot] != 0) {
            int entry = (int) slots[slot] - 1;
            revivals.remove(entry);
            write(entry, decision);
            return;
        }
        if (size >>> CHUNK_BITS == chunks.size()) {
            chunks.add(new long[CHUNK * NUMBERS]);
        }
        write(size, decision);
        slots[slot] = (long) hash << Integer.SIZE | ++size;
        if (isFull(size, slots.length)) {
            grow();
        }
    }

    private static boolean isFull(int entries, int slots) {
        return entries > slots - slots / 4;
    }

    private int slotOf(long high, long low, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !isAt(slots[slot], high, low, hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(long taken, long high, long low, int hash) {
        if ((int) (taken >>> Integer.SIZE) != hash) {
            return false;
        }
        int entry = (int) taken - 1;
        long[] chunk = chunk(entry);
        int at = place(entry);
        return chunk[at + HIGH] == high && chunk[at + LOW] == low;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        int mask = slots.length - 1;
        for (long taken : old) {
            if (taken != 0) {
                int slot = (int) (taken >>> Integer.SIZE) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = taken;
            }
        }
    }

    private void write(int entry, Decision decision) {
        long[] chunk = chunk(entry);
        int at = place(entry);
        chunk[at + HIGH] = decision.high();
        chunk[at + LOW] = decision.low();
        chunk[at + FIRST_OFFSET] = decision.firstOffset();
        chunk[at + SETTLED_BELOW] = decision.settledBelow();
        chunk[at + DECIDED_AT_MILLIS] = decision.decidedAtMillis();
        chunk[at + SPANS] = pair(decision.spans(), decision.errorSpans());
        chunk[at + RULING] = pair(
                number(decision.ruling()) << TRIGGER_BITS | decision.trigger().number(), decision.lateSpans());
        if (decision.revival().state() != Revival.State.NONE) {
            revivals.put(entry, decision.revival());
        }
    }

    private Decision decision(int entry) {
        long[] chunk = chunk(entry);
        int at = place(entry);
        int rulingAndTrigger = upper(chunk[at + RULING]);
        return new Decision(
                chunk[at + HIGH],
                chunk[at + LOW],
                rulings.get(rulingAndTrigger >>> TRIGGER_BITS),
                Trigger.of(rulingAndTrigger & (1 << TRIGGER_BITS) - 1),
                upper(chunk[at + SPANS]),
                (int) chunk[at + SPANS],
                (int) chunk[at + RULING],
                revivals.getOrDefault(entry, Revival.NONE),
                chunk[at + FIRST_OFFSET],
                chunk[at + SETTLED_BELOW],
                chunk[at + DECIDED_AT_MILLIS]);
    }

    /** There are few rulings and many decisions, and those in a row are mostly ruled alike. */
    private int number(Ruling ruling) {
        if (!ruling.equals(latest)) {
            latestNumber = rulingNumbers.computeIfAbsent(ruling, added -> {
                rulings.add(added);
                return rulings.size() - 1;
            });
            latest = ruling;
        }
        return latestNumber;
    }

    private long[] chunk(int entry) {
        return chunks.get(entry >>> CHUNK_BITS);
    }

    private static int place(int entry) {
        return (entry & CHUNK - 1) * NUMBERS;
    }

    private static long pair(int upper, int lower) {
        return (long) upper << Integer.SIZE | Integer.toUnsignedLong(lower);
    }

    private static int upper(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }
}
