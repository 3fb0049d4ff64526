package io.hotspan.comparison.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    private static final double TAIL = 0.025;

    /** From published tables of Clopper and Pearson's 95 % limits for n = 10. */
    @ParameterizedTest
    @CsvSource({"0, 0.0000, 0.3085", "1, 0.0025, 0.4450", "5, 0.1871, 0.8129", "10, 0.6915, 1.0000"})
    void exactInterval_equalsThePublishedOne(int hits, double low, double high) {
        Interval interval = new Proportion(hits / 10.0, 10).exact(TAIL);

        assertThat(interval.low()).isCloseTo(low, within(0.00006));
        assertThat(interval.high()).isCloseTo(high, within(0.00006));
    }

    /** By hand from the same table: 0.6915 - 0.3085 and 1 - 0; 0.0025 - 0.8129 and 0.4450 - 0.1871. */
    @ParameterizedTest
    @CsvSource({"10, 0, 0.3830, 1.0000", "1, 5, -0.8104, 0.2579"})
    void difference_isAsFarAndAsNearAsBothIntervalsAllow(int first, int second, double low, double high) {
        Interval interval =
                Interval.ofDifference(new Proportion(first / 10.0, 10), new Proportion(second / 10.0, 10), 2 * TAIL);

        assertThat(interval.low()).isCloseTo(low, within(0.00011));
        assertThat(interval.high()).isCloseTo(high, within(0.00011));
    }

    @Property
    void interval_holdsTheDifferenceAndMirrorsWithItsSides(
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll @DoubleRange(min = 0, max = 1) double q,
            @ForAll @DoubleRange(min = 0.5, max = 1e7) double m,
            @ForAll @DoubleRange(min = 0.5, max = 1e7) double n,
            @ForAll @Scale(7) @DoubleRange(min = 1e-6, max = 0.025) double tail) {
        Interval there = Interval.ofDifference(new Proportion(p, m), new Proportion(q, n), tail);
        Interval back = Interval.ofDifference(new Proportion(q, n), new Proportion(p, m), tail);

        assertThat(p - q).isBetween(there.low() - 1e-9, there.high() + 1e-9);
        assertThat(there.low()).isBetween(-1 - 1e-9, there.high()).isCloseTo(-back.high(), within(1e-9));
        assertThat(there.high()).isLessThanOrEqualTo(1 + 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 40, 400", "0.02, 0.02, 200, 2000", "0.9, 0.6, 30, 3000", "0.3, 0.01, 25, 5000"})
    void interval_holdsTheTruthAtLeastAsOftenAsItSays(double p, double q, int m, int n) {
        Random random = new Random(7);
        int rounds = 2_000;
        int held = 0;
        for (int i = 0; i < rounds; i++) {
            Proportion a = new Proportion((double) hits(random, p, m) / m, m);
            Proportion b = new Proportion((double) hits(random, q, n) / n, n);
            Interval interval = Interval.ofDifference(a, b, TAIL);
            if (interval.low() <= p - q && p - q <= interval.high()) {
                held++;
            }
        }
        assertThat((double) held / rounds).isGreaterThan(0.945);
    }

    @Test
    void oneObservation_isNeverEnough() {
        for (long intervals : new long[] {10, 1_000, 100_000}) {
            Interval interval = Interval.ofDifference(
                    new Proportion(0.01, 100), new Proportion(0, 100_000), Confidence.tail(intervals));

            assertThat(interval.distanceFromZero()).isNegative();
        }
    }

    private static int hits(Random random, double p, int n) {
        int hits = 0;
        for (int i = 0; i < n; i++) {
            hits += random.nextDouble() < p ? 1 : 0;
        }
        return hits;
    }
}
