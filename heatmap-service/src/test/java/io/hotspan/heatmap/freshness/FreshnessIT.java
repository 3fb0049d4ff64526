package io.hotspan.heatmap.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessIT {

    @Test
    void emptyTable_hasNoNewestSpan() {
        try (RunningService service = RunningService.over(SpanTable.migrated())) {
            Answer answer = service.get("/api/v1/freshness", Map.of());

            assertThat(answer.body().toString()).isEqualTo("{\"newestSpan\":null,\"spansLastHour\":0}");
        }
    }

    @Test
    void spansOfTheLastHour_areCounted() {
        Instant recent = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        SpanTable table = SpanTable.migrated();
        table.insert(List.of(
                TestSpan.root("a".repeat(32), nanos(recent)),
                TestSpan.root("b".repeat(32), nanos(recent.minus(Duration.ofMinutes(20)))),
                TestSpan.root("c".repeat(32), nanos(recent.minus(Duration.ofHours(2))))));
        try (RunningService service = RunningService.over(table)) {
            Answer answer = service.get("/api/v1/freshness", Map.of());

            assertThat(Instant.parse(answer.text("/newestSpan"))).isEqualTo(recent);
            assertThat(answer.number("/spansLastHour")).isEqualTo(2);
        }
    }

    private static long nanos(Instant instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }
}
