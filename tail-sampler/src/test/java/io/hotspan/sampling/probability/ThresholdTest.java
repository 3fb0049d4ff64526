package io.hotspan.sampling.probability;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    // The table of the specification, at its default precision of four.
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "2, 8, 2",
        "3, aaab, 3.00004577706569",
        "4, c, 4",
        "5, cccd, 5.0000762951094835",
        "8, e, 8",
        "10, e666, 9.99938968568813",
        "16, f, 16",
        "100, fd70a, 99.99771123402633",
        "1000, ffbe77, 1000.012874769029",
        "10000, fff9724, 9999.830725674266",
        "100000, ffff583a, 99999.238556461",
        "1000000, ffffef39, 999992.38556461"
    })
    void thresholdOfOneInN_isThatOfTheSpecification(int n, String digits, double adjustedCount) {
        long threshold = Threshold.ofProbability(1.0 / n);

        assertThat(Threshold.encode(threshold)).isEqualTo(digits);
        assertThat(Threshold.adjustedCount(threshold)).isCloseTo(adjustedCount, within(adjustedCount * 1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1.5, 0", "0, 72057594037927936", "-0.1, 72057594037927936", "NaN, 72057594037927936"})
    void probabilityOutsideOfZeroToOne_meansAllOrNothing(double probability, long threshold) {
        assertThat(Threshold.ofProbability(probability)).isEqualTo(threshold);
    }

    @Property
    void encodedThreshold_decodesToItself(@ForAll @LongRange(min = 0, max = (1L << 56) - 1) long threshold) {
        String digits = Threshold.encode(threshold);

        // Independent of our decoder: pad on the right to 14 digits, read as one number.
        assertThat(new BigInteger((digits + "0".repeat(14)).substring(0, 14), 16).longValueExact())
                .isEqualTo(threshold);
        assertThat(Threshold.decode(digits.getBytes(US_ASCII), 0, digits.length()))
                .isEqualTo(threshold);
        assertThat(digits)
                .hasSizeBetween(1, 14)
                .satisfiesAnyOf(
                        text -> assertThat(text).isEqualTo("0"),
                        text -> assertThat(text).doesNotEndWith("0"));
    }

    @Property
    void thresholdOfAnyProbability_isWithinFourDigits(
            @ForAll @DoubleRange(min = 0.1, max = 1) double mantissa, @ForAll @IntRange(max = 11) int exponent) {
        double probability = mantissa * Math.pow(10, -exponent);
        double kept = Threshold.probability(Threshold.ofProbability(probability));

        assertThat(kept).isCloseTo(probability, within(Math.min(probability / 0x1000, 0x1p-16)));
    }

    @ParameterizedTest
    @CsvSource({"g", "''", "123456789abcdef", "-1"})
    void textThatIsNoThreshold_countsAsAbsent(String text) {
        assertThat(Threshold.decode(text.getBytes(US_ASCII), 0, text.length())).isEqualTo(Threshold.ABSENT);
    }
}
