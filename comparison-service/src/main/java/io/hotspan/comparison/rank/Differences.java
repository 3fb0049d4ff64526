package io.hotspan.comparison.rank;

import io.hotspan.comparison.answer.AttributeDifference;
import io.hotspan.comparison.answer.AttributeDifference.AttributeScope;
import io.hotspan.comparison.answer.AttributeDifference.OtherValues;
import io.hotspan.comparison.answer.AttributeDifference.ValueDifference;
import io.hotspan.comparison.answer.HighCardinalityKey;
import io.hotspan.comparison.count.KeyCounts;
import io.hotspan.comparison.count.SideTotals;
import io.hotspan.comparison.count.ValueCounts;
import io.hotspan.comparison.statistics.Interval;
import io.hotspan.comparison.statistics.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shares, differences and their intervals of one comparison. */
final class Differences {
    /** Of two values that mirror each other, the one the selection has more of comes first. */
    private static final Comparator<ValueDifference> STRONGEST = Comparator.<ValueDifference>comparingLong(
                    value -> -Math.round(strength(value) * 1e9))
            .thenComparing(value -> value.difference() < 0)
            .thenComparing(value -> value.value() == null ? "" : value.value());

    private final SideTotals selection;
    private final SideTotals baseline;
    private final double deviations;
    private final int maxValues;

    /**
     * Compares two sides.
     *
     * @param deviations how wide the intervals are, in standard normal deviations
     */
    Differences(SideTotals selection, SideTotals baseline, double deviations, int maxValues) {
        this.selection = selection;
        this.baseline = baseline;
        this.deviations = deviations;
        this.maxValues = maxValues;
    }

    AttributeDifference of(KeyCounts key) {
        List<ValueDifference> all = new ArrayList<>();
        key.values().forEach(value -> all.add(of(value)));
        ValueCounts absent = absent(key);
        if (absent.selectedStored() + absent.baselineStored() > 0) {
            all.add(of(absent));
        }
        all.sort(STRONGEST);
        List<ValueDifference> listed = all.subList(0, Math.min(maxValues, all.size()));
        double score = listed.isEmpty() ? -1 : strength(listed.getFirst());
        return new AttributeDifference(
                AttributeScope.of(key.key().scope()),
                key.key().key(),
                score,
                score > 0,
                key.distinct(),
                listed,
                others(key, listed),
                List.of());
    }

    HighCardinalityKey highCardinality(KeyCounts key) {
        return new HighCardinalityKey(
                AttributeScope.of(key.key().scope()),
                key.key().key(),
                key.distinct(),
                share(key.present().selected(), selection),
                share(key.present().baseline(), baseline));
    }

    private ValueDifference of(ValueCounts value) {
        double selectedShare = share(value.selected(), selection);
        double baselineShare = share(value.baseline(), baseline);
        Interval interval = Interval.ofDifference(
                new Proportion(selectedShare, selection.effectiveSize()),
                new Proportion(baselineShare, baseline.effectiveSize()),
                deviations);
        return new ValueDifference(
                value.value(),
                value.selected(),
                value.selectedStored(),
                selectedShare,
                value.baseline(),
                value.baselineStored(),
                baselineShare,
                selectedShare - baselineShare,
                interval.low(),
                interval.high());
    }

    private ValueCounts absent(KeyCounts key) {
        ValueCounts present = key.present();
        return new ValueCounts(
                null,
                Math.max(0, selection.weight() - present.selected()),
                Math.max(0, selection.stored() - present.selectedStored()),
                Math.max(0, baseline.weight() - present.baseline()),
                Math.max(0, baseline.stored() - present.baselineStored()));
    }

    private static OtherValues others(KeyCounts key, List<ValueDifference> listed) {
        double selected = 1;
        double baselined = 1;
        long distinct = key.distinct();
        for (ValueDifference value : listed) {
            selected -= value.selectedShare();
            baselined -= value.baselineShare();
            distinct -= value.value() == null ? 0 : 1;
        }
        return new OtherValues(Math.max(0, distinct), Math.max(0, selected), Math.max(0, baselined));
    }

    /** How far the difference is from zero at least. */
    private static double strength(ValueDifference value) {
        return new Interval(value.low(), value.high()).distanceFromZero();
    }

    private static double share(double weight, SideTotals side) {
        return Math.clamp(weight / side.weight(), 0, 1);
    }
}
