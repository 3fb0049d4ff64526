package io.hotspan.sampling.index;

import io.hotspan.telemetry.TraceKeyed;
import org.jspecify.annotations.Nullable;

/**
 * Open-addressing map from trace id to what belongs to it: no boxed keys, no entry objects, about 16 bytes an entry
 * beside the value. Not thread-safe.
 */
public final class TraceTable<T extends TraceKeyed> {

    private static final int MIN_CAPACITY = 16;

    private final long seed;
    private @Nullable TraceKeyed[] slots = new @Nullable TraceKeyed[MIN_CAPACITY];
    // Part of each entry's hash, 0 in free slots. Without it every probe waits for an entry to come from memory: a
    // quarter of the time to take in a record.
    private int[] tags = new int[MIN_CAPACITY];
    private int size;

    /** The seed keeps senders of chosen ids from making them collide. */
    public TraceTable(long seed) {
        this.seed = seed;
    }

    /** Number of entries. */
    public int size() {
        return size;
    }

    /** What belongs to the trace, or null. */
    public @Nullable T find(long high, long low) {
        return value(slots[slotOf(high, low)]);
    }

    /** Adds an entry, or replaces the one of the same trace. */
    public void put(T value) {
        int slot = slotOf(value.high(), value.low());
        if (tags[slot] == 0) {
            size++;
            tags[slot] = tag(hash(value.high(), value.low()));
        }
        slots[slot] = value;
        if (size > slots.length - slots.length / 4) {
            grow();
        }
    }

    /** Removes the trace's entry, if there is one. */
    public void remove(long high, long low) {
        int hole = slotOf(high, low);
        if (tags[hole] == 0) {
            return;
        }
        size--;
        int mask = slots.length - 1;
        // Entries that were pushed past the hole move back into it, so no tombstones pile up.
        int next = hole;
        while (true) {
            next = (next + 1) & mask;
            TraceKeyed candidate = slots[next];
            if (candidate == null) {
                break;
            }
            int home = home(hash(candidate.high(), candidate.low()));
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                slots[hole] = candidate;
                tags[hole] = tags[next];
                hole = next;
            }
        }
        slots[hole] = null;
        tags[hole] = 0;
    }

    /** Where the trace's entry is, or the free slot where it would be. */
    private int slotOf(long high, long low) {
        long hash = hash(high, low);
        int tag = tag(hash);
        int slot = home(hash);
        while (tags[slot] != 0) {
            if (tags[slot] == tag) {
                TraceKeyed entry = slots[slot];
                if (entry != null && entry.low() == low && entry.high() == high) {
                    return slot;
                }
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private long hash(long high, long low) {
        long mixed = (high ^ seed) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32) ^ low) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    private int home(long hash) {
        return (int) hash & (slots.length - 1);
    }

    private static int tag(long hash) {
        return (int) (hash >>> 32) | 1;
    }

    private void grow() {
        @Nullable TraceKeyed[] old = slots;
        slots = new @Nullable TraceKeyed[old.length * 2];
        tags = new int[slots.length];
        for (TraceKeyed entry : old) {
            if (entry != null) {
                int slot = slotOf(entry.high(), entry.low());
                slots[slot] = entry;
                tags[slot] = tag(hash(entry.high(), entry.low()));
            }
        }
    }

    // Only T is ever put in.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private @Nullable T value(@Nullable TraceKeyed entry) {
        return (T) entry;
    }
}
