package io.hotspan.sampling.rollup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Open-addressing map from names, found by their UTF-8 bytes where they lie, to what they stand for. */
final class NameTable<T> {

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Entry(byte[] utf8, long hash, Object value) {

        boolean is(long itsHash, byte[] bytes, int offset, int length) {
            return hash == itsHash && Arrays.equals(utf8, 0, utf8.length, bytes, offset, offset + length);
        }
    }

    private final long seed;
    private @Nullable Entry[] slots = new Entry[1 << 3];
    private int size;

    /** The seed keeps senders of chosen names from making them collide. */
    NameTable(long seed) {
        this.seed = seed;
    }

    int size() {
        return size;
    }

    /** What the name stands for, or null. */
    @SuppressWarnings("unchecked") // Only T is ever put in.
    @Nullable
    T find(byte[] bytes, int offset, int length) {
        long hash = ByteHash.of(bytes, offset, length, seed);
        int slot = (int) hash & slots.length - 1;
        Entry entry = slots[slot];
        while (entry != null && !entry.is(hash, bytes, offset, length)) {
            slot = slot + 1 & slots.length - 1;
            entry = slots[slot];
        }
        return entry == null ? null : (T) entry.value();
    }

    /** Adds a name that is not here yet. */
    void add(byte[] utf8, T value) {
        if (2 * ++size > slots.length) {
            @Nullable Entry[] before = slots;
            slots = new Entry[2 * before.length];
            for (Entry entry : before) {
                if (entry != null) {
                    put(entry);
                }
            }
        }
        put(new Entry(utf8, ByteHash.of(utf8, 0, utf8.length, seed), value));
    }

    private void put(Entry entry) {
        int slot = (int) entry.hash() & slots.length - 1;
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }
}
