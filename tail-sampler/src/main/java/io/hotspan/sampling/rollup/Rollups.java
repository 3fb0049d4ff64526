package io.hotspan.sampling.rollup;

import io.hotspan.telemetry.rollup.Rollup;
import io.hotspan.telemetry.rollup.RollupBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds up the cells of one partition's spans until the transaction ends. Not thread-safe. */
public final class Rollups {

    /** A record is cut off at this size. */
    private static final int RECORD_BYTES = 256 * 1024;

    private static final int SLOTS = 1 << 12;

    private final RollupBatch batch = new RollupBatch();
    private final List<byte[]> full = new ArrayList<>();
    private Operations operations = SpanCells.NONE.operations;

    // Open addressing; a slot without a count is free.
    private long[] cells = new long[SLOTS];
    private long[] counts = new long[SLOTS];
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
        Arrays.fill(counts, 0);
        used = 0;
        batch.clear();
        full.clear();
    }

    private void add(long cell, long count) {
        int mask = cells.length - 1;
        int slot = (int) ByteHash.mix(cell) & mask;
        while (counts[slot] != 0 && cells[slot] != cell) {
            slot = slot + 1 & mask;
        }
        if (counts[slot] == 0) {
            cells[slot] = cell;
            used++;
        }
        counts[slot] += count;
        if (2 * used > cells.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldCells = cells;
        long[] oldCounts = counts;
        cells = new long[2 * oldCells.length];
        counts = new long[cells.length];
        used = 0;
        for (int i = 0; i < oldCells.length; i++) {
            if (oldCounts[i] != 0) {
                add(oldCells[i], oldCounts[i]);
            }
        }
    }

    private void flush() {
        if (used == 0) {
            return;
        }
        for (int i = 0; i < cells.length; i++) {
            if (counts[i] != 0) {
                Rollup rollup = Cell.rollup(cells[i], operations, counts[i]);
                folded += rollup.isFolded() ? rollup.spans() : 0;
                batch.add(rollup);
                if (batch.bytes() >= RECORD_BYTES) {
                    full.add(batch.take());
                }
            }
        }
        Arrays.fill(counts, 0);
        used = 0;
    }
}
