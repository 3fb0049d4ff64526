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
    // Low half of each entry's hash, 0 in free slots: an entry need not come from memory to be passed over or moved.
    // Without it every probe waits for one: a quarter of the time to take in a record.
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
            tags[slot] = TraceHash.of(value.high(), value.low(), seed);
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
            if (tags[next] == 0) {
                break;
            }
            if (((next - tags[next]) & mask) >= ((next - hole) & mask)) {
                slots[hole] = slots[next];
                tags[hole] = tags[next];
                hole = next;
            }
        }
        slots[hole] = null;
        tags[hole] = 0;
    }

    /** Where the trace's entry is, or the free slot where it would be. */
    private int slotOf(long high, long low) {
        int tag = TraceHash.of(high, low, seed);
        int slot = tag & (slots.length - 1);
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

    private void grow() {
        @Nullable TraceKeyed[] oldSlots = slots;
        int[] oldTags = tags;
        slots = new @Nullable TraceKeyed[oldSlots.length * 2];
        tags = new int[slots.length];
        int mask = slots.length - 1;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldTags[i] != 0) {
                int slot = oldTags[i] & mask;
                while (tags[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = oldSlots[i];
                tags[slot] = oldTags[i];
            }
        }
    }

    // Only T is ever put in.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private @Nullable T value(@Nullable TraceKeyed entry) {
        return (T) entry;
    }
}
