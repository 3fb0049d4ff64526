package io.hotspan.heatmap.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStepsTest {
    /** Longer than the most columns of the finest step. */
    private static final long TWENTY_MINUTES = 1_200_000_000_000L;

    private static final long A_DAY = 86_400_000_000_000L;
    private static final long A_CENTURY = 36_500 * A_DAY;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "PT0.001S, 10, PT1S",
        "PT1M, 300, PT1S",
        "PT5M, 300, PT1S",
        "PT30M, 300, PT10S",
        "PT1H, 300, PT15S",
        "PT6H, 300, PT2M",
        "PT24H, 300, PT5M",
        "PT168H, 300, PT1H",
        "PT744H, 300, PT3H",
        "PT744H, 10, PT96H"
    })
    void finest_takesTheStepPeopleExpect(Duration range, int maxColumns, Duration step) {
        assertThat(TimeSteps.finest(0, range.toNanos(), maxColumns, SECOND)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"PT1M, PT10S", "PT30M, PT10S", "PT1H, PT30S", "PT24H, PT5M", "PT1488H, PT6H", "PT2400H, PT12H"})
    void finestOfTenSeconds_skipsStepsThatCutThem(Duration range, Duration step) {
        assertThat(TimeSteps.finest(0, range.toNanos(), 300, Duration.ofSeconds(10)))
                .isEqualTo(step);
    }

    @Property
    void finest_fitsWithoutWaste(
            @ForAll @LongRange(max = A_CENTURY) long from,
            @ForAll @LongRange(min = TWENTY_MINUTES, max = 366 * A_DAY) long length,
            @ForAll @IntRange(min = 10, max = 1000) int maxColumns) {
        Duration step = TimeSteps.finest(from, from + length, maxColumns, SECOND);

        assertThat(TimeSteps.columns(from, from + length, step)).isBetween(1L, (long) maxColumns);
        // The next finer step is at least 2/5 of this one and has too many columns, so half of this one has most of
        // them.
        assertThat(TimeSteps.columns(from, from + length, step.dividedBy(2))).isGreaterThan(maxColumns / 2);
    }

    @Property
    void finest_neverGetsCoarserWithMoreColumns(
            @ForAll @LongRange(max = A_CENTURY) long from,
            @ForAll @LongRange(min = 1, max = 366 * A_DAY) long length,
            @ForAll @IntRange(min = 10, max = 999) int maxColumns) {
        assertThat(TimeSteps.finest(from, from + length, maxColumns + 1, SECOND))
                .isLessThanOrEqualTo(TimeSteps.finest(from, from + length, maxColumns, SECOND));
    }
}
