package io.hotspan.comparison.rank;

import io.hotspan.comparison.answer.AttributeDifference;
import io.hotspan.comparison.answer.AttributeDifference.AttributeScope;
import io.hotspan.comparison.answer.AttributeDifference.OtherValues;
import io.hotspan.comparison.answer.AttributeDifference.ValueDifference;
import io.hotspan.comparison.answer.HighCardinalityKey;
import io.hotspan.comparison.count.Counts;
import io.hotspan.comparison.count.KeyCounts;
import io.hotspan.comparison.count.SideTotals;
import io.hotspan.comparison.count.ValueCounts;
import io.hotspan.comparison.count.ValueCounts.Tally;
import io.hotspan.comparison.statistics.Interval;
import io.hotspan.comparison.statistics.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Shares, differences and their intervals of one comparison. */
final class Differences {
    /** Of two values that mirror each other, the one the selection has more of comes first. */
    private static final Comparator<ValueDifference> STRONGEST = Comparator.<ValueDifference>comparingLong(
                    value -> -Math.round(strength(value) * 1e9))
            .thenComparing(value -> value.difference() < 0)
            .thenComparing(value -> value.value() == null ? "" : value.value());

    private final SideTotals selection;
    private final SideTotals baseline;
    private final SideTotals matched;
    private final double tail;
    private final int maxValues;

    /**
     * Compares two sides.
     *
     * @param tail the probability that an interval leaves out on each side
     */
    Differences(Counts counts, double tail, int maxValues) {
        this.selection = counts.selection();
        this.baseline = counts.baseline();
        this.matched = counts.matched();
        this.tail = tail;
        this.maxValues = maxValues;
    }

    AttributeDifference of(KeyCounts key) {
        List<ValueDifference> all = new ArrayList<>();
        key.values().forEach(value -> all.add(of(value)));
        ValueCounts absent = absent(key);
        if (absent.selected().stored() + absent.baseline().stored() > 0) {
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

    /**
     * How much an attribute's strongest value differs at least from the baseline that has the selection's mix of
     * routes; not above 0 where the routes explain it.
     */
    double strengthWithinRoutes(KeyCounts key, ValueDifference strongest) {
        ValueCounts counts = key.values().stream()
                .filter(value -> Objects.equals(value.value(), strongest.value()))
                .findFirst()
                .orElseGet(() -> absent(key));
        Interval interval =
                Interval.ofDifference(selection.share(counts.selected()), matched.share(counts.matched()), tail);
        return strongest.difference() > 0 ? interval.low() : -interval.high();
    }

    HighCardinalityKey highCardinality(KeyCounts key) {
        return new HighCardinalityKey(
                AttributeScope.of(key.key().scope()),
                key.key().key(),
                key.distinct(),
                selection.share(key.present().selected()).share(),
                baseline.share(key.present().baseline()).share());
    }

    private ValueDifference of(ValueCounts value) {
        Proportion selected = selection.share(value.selected());
        Proportion compared = baseline.share(value.baseline());
        Interval interval = Interval.ofDifference(selected, compared, tail);
        return new ValueDifference(
                value.value(),
                value.selected().weight(),
                value.selected().stored(),
                selected.share(),
                value.baseline().weight(),
                value.baseline().stored(),
                compared.share(),
                selected.share() - compared.share(),
                interval.low(),
                interval.high());
    }

    private ValueCounts absent(KeyCounts key) {
        return new ValueCounts(
                null,
                without(key.present().selected(), selection.all()),
                without(key.present().baseline(), baseline.all()),
                without(key.present().matched(), matched.all()));
    }

    private static Tally without(Tally some, Tally all) {
        long stored = Math.max(0, all.stored() - some.stored());
        // Sums of weights differ in their last digits by the order of their terms: of no rows they are 0.
        return stored == 0
                ? new Tally(0, 0, 0)
                : new Tally(
                        Math.max(0, all.weight() - some.weight()),
                        Math.max(0, all.weightSquares() - some.weightSquares()),
                        stored);
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
}
