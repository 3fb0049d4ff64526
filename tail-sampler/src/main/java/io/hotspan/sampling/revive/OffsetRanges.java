package io.hotspan.sampling.revive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranges of input offsets to be read, in order and without overlap. */
final class OffsetRanges {

    /** The offsets from {@code from} to below {@code below}. */
    record Range(long from, long below) {}

    private OffsetRanges() {}

    /** The same offsets in as few ranges as possible. */
    static List<Range> merge(List<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range next :
                ranges.stream().sorted(Comparator.comparingLong(Range::from)).toList()) {
            Range last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.from() <= last.below()) {
                merged.set(merged.size() - 1, new Range(last.from(), Math.max(last.below(), next.below())));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
