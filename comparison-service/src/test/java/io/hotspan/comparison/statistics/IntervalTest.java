package io.hotspan.comparison.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    private static final double Z95 = 1.959964;

    /** Table II of Newcombe (1998), method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80,  0.0524, 0.3339",
        " 9, 10,  3, 10,  0.1705, 0.8090",
        " 6,  7,  2,  7,  0.0582, 0.8062",
        " 5, 56,  0, 29, -0.0381, 0.1926",
        " 0, 10,  0, 20, -0.1611, 0.2775",
        " 0, 10,  0, 10, -0.2775, 0.2775",
        "10, 10,  0, 20,  0.6791, 1.0000",
        "10, 10,  0, 10,  0.6075, 1.0000",
    })
    void difference_equalsThePublishedInterval(int a, int m, int b, int n, double low, double high) {
        Interval interval =
                Interval.ofDifference(new Proportion((double) a / m, m), new Proportion((double) b / n, n), Z95);

        assertThat(interval.low()).isCloseTo(low, within(0.00006));
        assertThat(interval.high()).isCloseTo(high, within(0.00006));
    }

    @Property
    void interval_holdsTheDifferenceAndMirrorsWithItsSides(
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll @DoubleRange(min = 0, max = 1) double q,
            @ForAll @DoubleRange(min = 0.5, max = 1e9) double m,
            @ForAll @DoubleRange(min = 0.5, max = 1e9) double n) {
        Interval there = Interval.ofDifference(new Proportion(p, m), new Proportion(q, n), Z95);
        Interval back = Interval.ofDifference(new Proportion(q, n), new Proportion(p, m), Z95);

        assertThat(p - q).isBetween(there.low() - 1e-9, there.high() + 1e-9);
        assertThat(there.low()).isBetween(-1 - 1e-9, there.high()).isCloseTo(-back.high(), within(1e-9));
        assertThat(there.high()).isLessThanOrEqualTo(1 + 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 40, 400", "0.02, 0.02, 200, 2000", "0.9, 0.6, 30, 3000", "0.3, 0.01, 25, 5000"})
    void interval_holdsTheTruthAsOftenAsItSays(double p, double q, int m, int n) {
        Random random = new Random(7);
        int rounds = 4_000;
        int held = 0;
        for (int i = 0; i < rounds; i++) {
            Proportion a = new Proportion((double) successes(random, p, m) / m, m);
            Proportion b = new Proportion((double) successes(random, q, n) / n, n);
            Interval interval = Interval.ofDifference(a, b, Z95);
            if (interval.low() <= p - q && p - q <= interval.high()) {
                held++;
            }
        }
        assertThat((double) held / rounds).isBetween(0.93, 0.99);
    }

    private static int successes(Random random, double p, int n) {
        int successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < p ? 1 : 0;
        }
        return successes;
    }
}
