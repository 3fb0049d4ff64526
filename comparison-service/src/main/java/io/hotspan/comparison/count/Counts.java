package io.hotspan.comparison.count;

import java.util.List;

/**
 * Everything counted.
 *
 * @param selection the selection's totals
 * @param baseline the baseline's
 * @param matched the baseline's, weighted to the selection's mix of routes; the baseline itself where they have too
 *     little in common
 * @param keys every attribute that a span of either side has
 */
public record Counts(SideTotals selection, SideTotals baseline, SideTotals matched, List<KeyCounts> keys) {
    public Counts {
        keys = List.copyOf(keys);
    }
}
