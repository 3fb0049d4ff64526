package io.hotspan.sampling.rollup;

import io.hotspan.telemetry.rollup.Rollup;
import io.hotspan.telemetry.rollup.RollupBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds up the cells of a worker's spans until the transaction ends. Not thread-safe. */
public final class Rollups {

    /** A record is cut off at this size. */
    private static final int RECORD_BYTES = 256 * 1024;

    /** Numbers of the table at first: room for as many cells as a second of most traffic has. */
    private static final int SIZE = 1 << 13;

    private final RollupBatch batch = new RollupBatch();
    private final List<byte[]> full = new ArrayList<>();
    private Operations operations = SpanCells.NONE.operations;

    // Open addressing: a cell and its count side by side, for one wait for memory instead of two; 0 counts in a free
    // slot.
    private long[] table = new long[SIZE];
    private int used;
    private long folded;

    /** Counts so many spans, whose cells begin here. */
    public void add(SpanCells spans, int first, int count) {
        if (spans.operations != operations) {
            flush();
            operations = spans.operations;
        }
        for (int i = first; i < first + count; i++) {
            add(spans.get(i), 1);
        }
    }

    /** The values of the records that hold all that was counted, which is forgotten. */
    public List<byte[]> take() {
        flush();
        if (batch.bytes() > 0) {
            full.add(batch.take());
        }
        List<byte[]> values = List.copyOf(full);
        full.clear();
        return values;
    }

    /** How many spans of what was taken, since this was last asked, count under a name that stands for others. */
    public long takeFolded() {
        long spans = folded;
        folded = 0;
        return spans;
    }

    /** Forgets what was counted. */
    public void clear() {
        folded = 0;
        Arrays.fill(table, 0);
        used = 0;
        batch.clear();
        full.clear();
    }

    private void add(long cell, long count) {
        int last = table.length - 2;
        int slot = 2 * (int) ByteHash.mix(cell) & last;
        while (table[slot + 1] != 0 && table[slot] != cell) {
            slot = slot + 2 & last;
        }
        if (table[slot + 1] == 0) {
            table[slot] = cell;
            used++;
        }
        table[slot + 1] += count;
        if (4 * used > table.length) {
            grow();
        }
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        used = 0;
        for (int slot = 0; slot < old.length; slot += 2) {
            if (old[slot + 1] != 0) {
                add(old[slot], old[slot + 1]);
            }
        }
    }

    private void flush() {
        if (used == 0) {
            return;
        }
        for (int slot = 0; slot < table.length; slot += 2) {
            long count = table[slot + 1];
            if (count != 0) {
                Rollup rollup = Cell.rollup(table[slot], operations, count);
                folded += rollup.isFolded() ? rollup.spans() : 0;
                batch.add(rollup);
                if (batch.bytes() >= RECORD_BYTES) {
                    full.add(batch.take());
                }
            }
        }
        Arrays.fill(table, 0);
        used = 0;
    }
}
