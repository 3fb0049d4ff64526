package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.grid.TimeGrid;
import io.hotspan.query.request.Population;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.telemetry.filter.SpanFilter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatmapQueryTest {
    private static final Instant FROM = Instant.parse("2026-03-01T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT1H, 240, PT15S, PT30S",
        "PT30M, 240, PT10S, PT10S",
        "PT15M, 240, PT5S, PT10S",
        "PT5M, 240, PT2S, PT10S",
        "PT24H, 10, PT3H, PT3H",
        "PT2M, 10, PT15S, ",
        "PT4M50S, 240, PT2S, ",
        "PT1M, 240, PT1S, "
    })
    void rollups_getColumnsOfTensOfSecondsUnlessFew(
            Duration range, int maxColumns, Duration step, Duration rollupStep) {
        HeatmapQuery query = HeatmapQuery.covering(population(range), maxColumns);

        assertThat(query.grid().step()).isEqualTo(step);
        assertThat(query.rollupGrid() == null ? null : query.rollupGrid().step())
                .isEqualTo(rollupStep);
    }

    @Test
    void givenStep_isTheStepWhoeverAnswers() {
        Population spans = population(Duration.ofMinutes(5));

        assertThat(HeatmapQuery.withStep(spans, Duration.ofSeconds(20)).rollupGrid())
                .isEqualTo(TimeGrid.withStep(spans.range(), Duration.ofSeconds(20)));
        assertThat(HeatmapQuery.withStep(spans, Duration.ofSeconds(15)).rollupGrid())
                .isNull();
    }

    private static Population population(Duration length) {
        return new Population(new TimeRange(FROM, FROM.plus(length)), new SpanFilter.All(), SpanScope.ROOT);
    }
}
