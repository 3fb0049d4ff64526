package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HeatmapIT {
    private static final Instant START = Instant.parse("2026-03-01T14:00:00Z");
    private static final long NANOS = START.getEpochSecond() * 1_000_000_000;
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";

    private static RunningService service;

    @BeforeAll
    static void start() {
        SpanTable table = SpanTable.migrated();
        TestSpan root = TestSpan.root(TRACE, NANOS).lasting(1_000_000);
        table.insert(List.of(
                root,
                root.child("00000000000000a2").lasting(400_000).failed(),
                TestSpan.root("5b8efff798038103d269b633813fc60d", NANOS + 12_000_000_000L)
                        .lasting(2_000_000)
                        .failed()
                        .weighing(20)));
        service = RunningService.over(table);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void heatmap_ofRoots_countsThemByTimeAndLatency() {
        Answer answer =
                service.post("/api/v1/heatmap", Map.of("from", "2026-03-01T14:00:00Z", "to", "2026-03-01T14:30:00Z"));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.number("/stepNanos")).isEqualTo(10_000_000_000L);
        assertThat(answer.number("/columns")).isEqualTo(180);
        assertThat(answer.body().at("/cells/column").toString()).isEqualTo("[0,1]");
        assertThat(answer.body().at("/cells/row").toString()).isEqualTo("[0,4]");
        assertThat(answer.body().at("/cells/count").toString()).isEqualTo("[1.0,20.0]");
        assertThat(answer.body().at("/cells/errors").toString()).isEqualTo("[0.0,20.0]");
        assertThat(answer.body().at("/cells/stored").toString()).isEqualTo("[1,1]");
        assertThat(answer.body().at("/rows").size()).isEqualTo(5);
        assertThat(answer.body().at("/totals/count").asDouble()).isEqualTo(21);
        assertThat(answer.body().at("/exact").asBoolean()).isFalse();
        assertThat(answer.text("/source")).isEqualTo("spans");
        assertThat(answer.text("/notices/0/code")).isEqualTo("sampled");
        assertThat(answer.body().at("/totals/countStandardError").asDouble()).isEqualTo(Math.sqrt(20 * 19));
    }
}
