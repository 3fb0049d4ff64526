package io.hotspan.sampling.rollup;

/** The cells of some records' spans, one after the other. Records share one, so that none needs an array of its own. */
public final class SpanCells {

    /** Those of a record without spans. */
    public static final SpanCells NONE = new SpanCells(new Operations(1, 0), 0);

    final Operations operations;
    private final long[] cells;
    private int size;

    SpanCells(Operations operations, int capacity) {
        this.operations = operations;
        this.cells = new long[capacity];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == cells.length;
    }

    void add(long cell) {
        cells[size++] = cell;
    }

    long get(int index) {
        return cells[index];
    }

    void truncate(int length) {
        size = length;
    }
}
