package io.hotspan.sampling.rollup;

import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.AttributeType;
import io.hotspan.telemetry.otlp.AttributeValue;
import io.hotspan.telemetry.otlp.NumberText;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.otlp.TextSlice;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell each span counts towards, while the span is read. Takes eight bytes a span and, as long as no new
 * operation comes, nothing else. Not thread-safe.
 */
public final class SpanCounter {

    /** What the scanner that shows the spans must look up. */
    public static final AttributeKeys KEYS = AttributeKeys.of(List.of("service.name"), List.of());

    private static final long FORGET_AFTER_NANOS = 600_000_000_000L;
    private static final int CELLS = 4_096;

    private final int maxOperations;
    private final LongSupplier nanoTime;

    private Operations operations;
    private long begunNanos;
    private SpanCells cells;
    private int first;
    private int resource;
    private Operations.@Nullable Service service;

    /**
     * @param maxOperations of a service that are told apart, until ten minutes have passed and another comes
     * @param nanoTime like {@link System#nanoTime()}
     */
    public SpanCounter(int maxOperations, LongSupplier nanoTime) {
        this.maxOperations = maxOperations;
        this.nanoTime = nanoTime;
        this.begunNanos = nanoTime.getAsLong();
        this.operations = new Operations(maxOperations, begunNanos);
        this.cells = new SpanCells(operations, CELLS);
    }

    /** The spans of another record follow. */
    public void begin() {
        first = cells.size();
        resource = -1;
    }

    /** Counts the record's next span. */
    public void count(SpanView span) {
        Operations.Service its = service(span);
        TextSlice name = span.name();
        int operation = its.find(name.bytes(), name.offset(), name.length());
        if (operation < 0) {
            operation = newOperation(its, span);
        }
        if (cells.isFull()) {
            continueIn(operations);
        }
        cells.add(Cell.of(span, operation));
    }

    /** Where the record's cells are, from {@link #first()} on. */
    public SpanCells cells() {
        return cells;
    }

    /** Index of the record's first cell. */
    public int first() {
        return first;
    }

    /** The record counts for nothing. */
    public void discard() {
        cells.truncate(first);
    }

    private Operations.Service service(SpanView span) {
        Operations.Service known = service;
        if (known != null && span.resourceIndex() == resource) {
            return known;
        }
        resource = span.resourceIndex();
        AttributeValue value = span.resourceAttribute(0);
        Operations.Service its = value.type() == AttributeType.STRING
                ? operations.service(value.text())
                : operations.service(text(value));
        service = its;
        return its;
    }

    private int newOperation(Operations.Service its, SpanView span) {
        TextSlice name = span.name();
        if (name.length() > Operations.MAX_NAME_BYTES) {
            return its.other();
        }
        if (its.hasRoom()) {
            return its.add(name.bytes(), name.offset(), name.length());
        }
        if (nanoTime.getAsLong() - begunNanos < FORGET_AFTER_NANOS) {
            return its.other();
        }
        begunNanos = nanoTime.getAsLong();
        operations = new Operations(maxOperations, begunNanos);
        continueIn(operations);
        // By its own name: there is room again for a service that was one of too many.
        Operations.Service renewed = operations.service(text(span.resourceAttribute(0)));
        service = renewed;
        return renewed.add(name.bytes(), name.offset(), name.length());
    }

    /** Takes the cells of the present record along, in other numbers where the operations are others. */
    private void continueIn(Operations other) {
        int taken = cells.size() - first;
        SpanCells next = new SpanCells(other, Math.max(CELLS, 2 * taken));
        for (int i = first; i < cells.size(); i++) {
            long cell = cells.get(i);
            next.add(other == cells.operations ? cell : renumbered(cell, cells.operations, other));
        }
        cells.truncate(first);
        cells = next;
        first = 0;
    }

    private static long renumbered(long cell, Operations from, Operations to) {
        int operation = Cell.operation(cell);
        return Cell.withOperation(cell, to.service(from.service(operation)).number(from.name(operation)));
    }

    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case STRING -> value.text().toString();
            case LONG -> Long.toString(value.asLong());
            case DOUBLE -> NumberText.of(value.asDouble());
            case BOOL -> Boolean.toString(value.asBoolean());
            case ABSENT, EMPTY, OTHER -> "";
        };
    }
}
