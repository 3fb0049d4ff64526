package io.hotspan.comparison.count;

import java.util.List;

/**
 * Everything counted.
 *
 * @param selection the selection's totals
 * @param baseline the baseline's
 * @param keys every attribute that a span of either side has
 */
public record Counts(SideTotals selection, SideTotals baseline, List<KeyCounts> keys) {
    public Counts {
        keys = List.copyOf(keys);
    }
}
