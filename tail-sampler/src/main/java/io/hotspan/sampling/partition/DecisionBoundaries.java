package io.hotspan.sampling.partition;

import java.util.ArrayDeque;

/**
 * How long the decision log was when each transaction ended, back to the oldest undecided trace. Decisions about
 * records read after a boundary lie after the log's end at that boundary.
 */
final class DecisionBoundaries {

    private record Boundary(long position, long decisionEnd) {}

    private final ArrayDeque<Boundary> boundaries = new ArrayDeque<>();

    DecisionBoundaries(long position, long decisionEnd) {
        boundaries.add(new Boundary(position, decisionEnd));
    }

    /** A transaction ended with the input read up to {@code position}. */
    void add(long position, long decisionEnd) {
        if (boundaries.getLast().position() == position) {
            boundaries.removeLast();
        }
        boundaries.addLast(new Boundary(position, decisionEnd));
    }

    /** The log's end at the latest boundary at or below the offset; offsets must not fall from call to call. */
    long decisionEndAt(long offset) {
        Boundary current = boundaries.removeFirst();
        while (!boundaries.isEmpty() && boundaries.getFirst().position() <= offset) {
            current = boundaries.removeFirst();
        }
        boundaries.addFirst(current);
        return current.decisionEnd();
    }

    int size() {
        return boundaries.size();
    }
}
