package io.hotspan.comparison.count;

import java.util.List;

/**
 * One attribute on both sides.
 *
 * @param distinct how many values it has; estimated where {@code highCardinality}
 * @param present all spans that have it, whichever its value
 * @param values the values whose shares differ most, strongest first; not the absent one
 * @param highCardinality so many values that only those frequent in the selection were counted one by one
 */
public record KeyCounts(
        AttributeKey key, long distinct, ValueCounts present, List<ValueCounts> values, boolean highCardinality) {
    public KeyCounts {
        values = List.copyOf(values);
    }
}
