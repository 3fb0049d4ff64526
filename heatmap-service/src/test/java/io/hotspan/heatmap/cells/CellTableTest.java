package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.latency.LatencyBuckets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CellTableTest {

    @Test
    void emptyTable_hasNoRows() {
        CellTable table = new CellTable(Heatmap.Source.SPANS);

        assertThat(table.rows()).isEmpty();
        assertThat(table.cells().column()).isEmpty();
        assertThat(table.totals(0)).isEqualTo(new Heatmap.Totals(0, 0, 0L, 0));
    }

    @Test
    void rollups_sayNothingOfStoredSpans() {
        CellTable table = new CellTable(Heatmap.Source.ROLLUPS);
        table.add(2, 40, 7, 3);

        assertThat(table.cells())
                .isEqualTo(new Heatmap.Cells(List.of(2), List.of(0), List.of(7.0), List.of(3.0), null));
        assertThat(table.totals(0)).isEqualTo(new Heatmap.Totals(7, 3, null, 0));
    }

    @Test
    void rows_leaveOutBucketsThatHoldNoWholeNanosecond() {
        CellTable table = new CellTable(Heatmap.Source.SPANS);
        table.add(0, LatencyBuckets.MIN_INDEX, 1, 0, 1);
        table.add(0, LatencyBuckets.index(3), 1, 0, 1);

        assertThat(table.rows().getFirst()).isEqualTo(new Heatmap.Row(-1, -1, 1));
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.aboveNanos()).isLessThan(row.upToNanos()));
        assertThat(table.cells().row()).containsExactly(0, table.rows().size() - 1);
    }

    @Property
    void rows_touchEachOtherAndHoldTheirCells(
            @ForAll @LongRange(max = Long.MAX_VALUE) long one, @ForAll @LongRange(max = Long.MAX_VALUE) long other) {
        CellTable table = new CellTable(Heatmap.Source.SPANS);
        table.add(0, LatencyBuckets.index(one), 1, 0, 1);
        table.add(1, LatencyBuckets.index(other), 2, 1, 1);
        List<Heatmap.Row> rows = table.rows();

        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).aboveNanos()).isEqualTo(rows.get(i - 1).upToNanos());
        }
        assertThat(one)
                .isBetween(
                        rows.get(table.cells().row().getFirst()).aboveNanos() + 1,
                        rows.get(table.cells().row().getFirst()).upToNanos());
        assertThat(other)
                .isBetween(
                        rows.get(table.cells().row().getLast()).aboveNanos() + 1,
                        rows.get(table.cells().row().getLast()).upToNanos());
    }

    @Property
    void totals_areTheSumsOfCells(@ForAll List<@IntRange(max = 1_000) Integer> counts) {
        CellTable table = new CellTable(Heatmap.Source.SPANS);
        for (int i = 0; i < counts.size(); i++) {
            table.add(i, 40, counts.get(i) * 4.0, counts.get(i), counts.get(i));
        }

        long sum = counts.stream().mapToLong(Integer::longValue).sum();
        assertThat(table.totals(9)).isEqualTo(new Heatmap.Totals(sum * 4.0, sum, sum, 3));
    }
}
