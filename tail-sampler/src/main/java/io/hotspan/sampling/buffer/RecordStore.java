package io.hotspan.sampling.buffer;

import io.hotspan.sampling.ingest.InputRecord;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of buffered records, one after the other in large arrays that are used again: the garbage collector never
 * copies them and has nothing to free. An array is given back once none of its records is needed; where a few
 * long-lived ones pin many, they are moved together. Not thread-safe.
 */
final class RecordStore {

    /** Keeps the address of each record. */
    interface Owner {

        /** Whether the trace still has this record, as its so-manieth, at this address. */
        boolean has(long high, long low, int index, long address);

        /** The record lies elsewhere from now on. */
        void moved(long high, long low, int index, long address);
    }

    static final int SLAB_BYTES = 64 * 1024;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    // Before each record: trace id, timestamp, length and place in its trace.
    private static final int HIGH = 0;
    private static final int LOW = 8;
    private static final int TIMESTAMP = 16;
    private static final int LENGTH = 24;
    private static final int INDEX = 28;
    static final int HEADER_BYTES = 32;

    // An address is the array's number, the place in it in steps of eight bytes, and the record's length, so that a
    // record is released without a look at its bytes, which have long left the processor's cache.
    private static final int LENGTH_BITS = 27;
    private static final int PLACE_BITS = 13;
    private static final int STEP = SLAB_BYTES >>> PLACE_BITS;
    // Of this length or longer: the header knows.
    private static final int LONG_RECORD = (1 << LENGTH_BITS) - 1;

    /**
     * As many as a turn gives back at most; with fewer, nearly every array is a new one that the collector promotes.
     */
    private static final int SPARE_SLABS = 32;

    /** Below this there is nothing worth moving. */
    private static final long COMPACT_FROM_BYTES = 8L * SLAB_BYTES;

    private static final class Slab {
        final byte[] bytes;
        int used;
        int live;

        Slab(int size) {
            bytes = new byte[size];
        }
    }

    private final Owner owner;
    private final List<@Nullable Slab> slabs = new ArrayList<>();
    private final ArrayDeque<Integer> freeNumbers = new ArrayDeque<>();
    private final ArrayDeque<Slab> spare = new ArrayDeque<>();
    private int current = -1;
    private long capacity;
    private long live;

    RecordStore(Owner owner) {
        this.owner = owner;
    }

    /** Copies a record in and returns its address. */
    long add(InputRecord record, long timestampMillis, int index) {
        return add(
                record.high(), record.low(), timestampMillis, index, record.bytes(), record.offset(), record.length());
    }

    /** The record is not needed any more. */
    void release(long address) {
        int number = number(address);
        Slab slab = slab(number);
        int size = size(length(address));
        slab.live -= size;
        live -= size;
        if (slab.live == 0) {
            if (number != current) {
                giveBack(number, slab);
            } else if (slab.bytes.length == SLAB_BYTES) {
                slab.used = 0;
            } else {
                // One made for a large record has places that no address can name.
                giveBack(number, slab);
                current = -1;
            }
        }
    }

    /** Moves records together if a third of the memory or more is wasted on released ones. */
    void compactIfSparse() {
        if (capacity <= COMPACT_FROM_BYTES || live > capacity - capacity / 3) {
            return;
        }
        int end = slabs.size();
        for (int number = 0; number < end; number++) {
            Slab slab = slabs.get(number);
            if (slab != null && number != current && slab.live < slab.used - slab.used / 3) {
                empty(number, slab);
            }
        }
        spare.clear();
    }

    /** The array the record lies in. */
    byte[] bytes(long address) {
        return slab(number(address)).bytes;
    }

    /** Index of the record's first byte. */
    int offset(long address) {
        return place(address) + HEADER_BYTES;
    }

    /** Number of the record's bytes. */
    int length(long address) {
        int length = (int) address & LONG_RECORD;
        return length < LONG_RECORD ? length : (int) INT.get(bytes(address), place(address) + LENGTH);
    }

    /** The record's own time, milliseconds since 1970 UTC. */
    long timestampMillis(long address) {
        return (long) LONG.get(bytes(address), place(address) + TIMESTAMP);
    }

    /** Heap that records hold, in bytes; not the few arrays kept for those to come. */
    long capacity() {
        return live == 0 ? 0 : capacity;
    }

    private long add(long high, long low, long timestampMillis, int index, byte[] source, int offset, int length) {
        int size = size(length);
        Slab slab = current < 0 ? null : slab(current);
        if (slab == null || slab.bytes.length - slab.used < size) {
            slab = next(size);
        }
        int at = slab.used;
        byte[] bytes = slab.bytes;
        LONG.set(bytes, at + HIGH, high);
        LONG.set(bytes, at + LOW, low);
        LONG.set(bytes, at + TIMESTAMP, timestampMillis);
        INT.set(bytes, at + LENGTH, length);
        INT.set(bytes, at + INDEX, index);
        System.arraycopy(source, offset, bytes, at + HEADER_BYTES, length);
        slab.used += size;
        slab.live += size;
        live += size;
        return address(current, at, length);
    }

    private Slab next(int atLeast) {
        if (current >= 0 && slab(current).live == 0) {
            giveBack(current, slab(current));
        }
        Slab slab =
                atLeast > SLAB_BYTES || spare.isEmpty() ? new Slab(Math.max(SLAB_BYTES, atLeast)) : spare.removeLast();
        capacity += slab.bytes.length;
        Integer free = freeNumbers.pollLast();
        if (free == null) {
            current = slabs.size();
            slabs.add(slab);
        } else {
            current = free;
            slabs.set(free, slab);
        }
        return slab;
    }

    private void giveBack(int number, Slab slab) {
        slabs.set(number, null);
        freeNumbers.addLast(number);
        capacity -= slab.bytes.length;
        if (slab.bytes.length == SLAB_BYTES && spare.size() < SPARE_SLABS) {
            slab.used = 0;
            spare.addLast(slab);
        }
    }

    private void empty(int number, Slab slab) {
        byte[] bytes = slab.bytes;
        for (int at = 0; at < slab.used; ) {
            int length = (int) INT.get(bytes, at + LENGTH);
            long high = (long) LONG.get(bytes, at + HIGH);
            long low = (long) LONG.get(bytes, at + LOW);
            int index = (int) INT.get(bytes, at + INDEX);
            if (owner.has(high, low, index, address(number, at, length))) {
                long time = (long) LONG.get(bytes, at + TIMESTAMP);
                owner.moved(high, low, index, add(high, low, time, index, bytes, at + HEADER_BYTES, length));
            }
            at += size(length);
        }
        live -= slab.live;
        slab.live = 0;
        giveBack(number, slab);
    }

    /** What a record takes of its array. */
    private static int size(int length) {
        return (HEADER_BYTES + length + STEP - 1) & -STEP;
    }

    private static long address(int number, int place, int length) {
        return (long) number << (PLACE_BITS + LENGTH_BITS)
                | (long) (place / STEP) << LENGTH_BITS
                | Math.min(length, LONG_RECORD);
    }

    private static int number(long address) {
        return (int) (address >>> (PLACE_BITS + LENGTH_BITS));
    }

    private static int place(long address) {
        return (int) (address >>> LENGTH_BITS & (1 << PLACE_BITS) - 1) * STEP;
    }

    private Slab slab(int number) {
        Slab slab = slabs.get(number);
        if (slab == null) {
            throw new IllegalStateException("a released record was asked for");
        }
        return slab;
    }
}
