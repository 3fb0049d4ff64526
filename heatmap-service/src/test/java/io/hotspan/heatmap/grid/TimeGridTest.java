package io.hotspan.heatmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.spanstore.predicate.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeGridTest {
    private static final long A_DAY = 86_400_000_000_000L;

    @Test
    void covering_widensTheRangeToWholeColumns() {
        TimeGrid grid = TimeGrid.covering(range("2026-03-01T14:00:03.5Z", "2026-03-01T14:30:00.000000001Z"), 300);

        assertThat(grid.range()).isEqualTo(range("2026-03-01T14:00:00Z", "2026-03-01T14:30:10Z"));
        assertThat(grid.step()).isEqualTo(Duration.ofSeconds(10));
        assertThat(grid.columns()).isEqualTo(181);
    }

    @Test
    void covering_ofWholeColumns_addsNone() {
        TimeGrid grid = TimeGrid.covering(range("2026-03-01T14:00:00Z", "2026-03-01T14:30:00Z"), 300);

        assertThat(grid.columns()).isEqualTo(180);
    }

    @Test
    void construction_ofUnalignedRange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TimeGrid(range("2026-03-01T14:00:01Z", "2026-03-01T14:30:00Z"), Duration.ofSeconds(10)));
    }

    @Property
    void covering_containsTheRangeWithLessThanAColumnToSpare(
            @ForAll @LongRange(max = 36_500 * A_DAY) long from,
            @ForAll @LongRange(min = 1, max = 366 * A_DAY) long length,
            @ForAll @IntRange(min = 10, max = 1000) int maxColumns) {
        Instant start = Instant.EPOCH.plusNanos(from);
        TimeRange asked = new TimeRange(start, start.plusNanos(length));
        TimeGrid grid = TimeGrid.covering(asked, maxColumns);

        Duration lessThanAColumn = grid.step().minusNanos(1);
        assertThat(Duration.between(grid.range().from(), asked.from())).isBetween(Duration.ZERO, lessThanAColumn);
        assertThat(Duration.between(asked.to(), grid.range().to())).isBetween(Duration.ZERO, lessThanAColumn);
        assertThat(grid.step().multipliedBy(grid.columns()))
                .isEqualTo(Duration.between(grid.range().from(), grid.range().to()));
    }

    @Property
    void blocks_areDisjointPartsOfTheGridAndNotLessThanAsked(
            @ForAll @LongRange(max = 36_500 * A_DAY) long from,
            @ForAll @LongRange(min = 1, max = 366 * A_DAY) long length,
            @ForAll @IntRange(min = 10, max = 1000) int maxColumns,
            @ForAll @DoubleRange(min = 0.01, max = 10) double share) {
        Instant start = Instant.EPOCH.plusNanos(from);
        TimeGrid grid = TimeGrid.covering(new TimeRange(start, start.plusNanos(length)), maxColumns);
        List<TimeRange> blocks = grid.blocks(share);

        Instant end = grid.range().from();
        Duration covered = Duration.ZERO;
        for (TimeRange block : blocks) {
            assertThat(block.from()).isAfterOrEqualTo(end);
            assertThat(block.fromNanos() % grid.step().toNanos()).isZero();
            end = block.to();
            covered = covered.plus(block.length());
        }
        assertThat(end).isBeforeOrEqualTo(grid.range().to());
        assertThat(covered.toNanos()).isGreaterThanOrEqualTo((long)
                (Math.min(1, share) * grid.range().length().toNanos() * 0.999));
        if (blocks.size() > 1) {
            assertThat(covered.multipliedBy(2)).isLessThanOrEqualTo(grid.range().length());
        }
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }
}
