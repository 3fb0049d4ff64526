package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rollups answer only where what is stored shows that they are complete. Minutes are counted from noon. */
class RollupCoverageIT {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMinutes();

    private SpanTable table;
    private RunningService service;

    @BeforeEach
    void start() {
        table = SpanTable.migrated();
        service = RunningService.over(table);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void rangeBeforeTheFirstCount_comesFromStoredSpansAndSaysWhy() {
        table.insert(minutes(0, 60));
        table.count(minutes(30, 60));

        Answer answer = heatmap(0, 60);

        assertThat(answer.text("/source")).isEqualTo("spans");
        assertThat(answer.body().at("/notices").findValuesAsString("code"))
                .containsExactly("sampled", "partly-counted");
        assertThat(source(0, 30)).isEqualTo("spans");
        assertThat(source(30, 60)).isEqualTo("rollups");
        assertThat(source(40, 50)).isEqualTo("rollups");
    }

    @Test
    void rangeBeforeAnythingCame_isComplete() {
        table.insert(minutes(40, 60));
        table.count(minutes(35, 60));

        assertThat(source(0, 60)).isEqualTo("rollups");
        assertThat(source(0, 30)).isEqualTo("rollups");
    }

    @Test
    void countsBehindStoredSpans_makeNoFallingEdge() {
        table.insert(minutes(0, 60));
        table.count(minutes(0, 57));

        assertThat(source(30, 60)).isEqualTo("spans");
        assertThat(source(30, 61)).isEqualTo("spans");
        assertThat(source(26, 56)).isEqualTo("rollups");

        table.count(minutes(57, 60));

        assertThat(source(30, 60)).isEqualTo("rollups");
    }

    @Test
    void countsAheadOfStoredSpans_areTaken() {
        table.insert(minutes(0, 50));
        table.count(minutes(0, 60));

        assertThat(source(30, 60)).isEqualTo("rollups");
        assertThat(heatmap(30, 60).body().at("/totals/count").asDouble()).isEqualTo(30);
    }

    @Test
    void countsOfOnePartitionBehind_areNoticedByWhatIsMissing() {
        List<TestSpan> failed = minutes(59, 60).stream().map(TestSpan::failed).toList();
        table.insert(minutes(0, 60));
        table.insert(failed);
        table.count(minutes(0, 60));
        table.count(minutes(0, 60));

        assertThat(source(30, 60)).isEqualTo("spans");

        table.count(failed);

        assertThat(source(30, 60)).isEqualTo("rollups");
    }

    @Test
    void dayWithoutCounts_isNotTakenForOneWithoutTraffic() {
        table.insert(minutes(0, 10));
        table.insert(minutes(DAY, DAY + 10));
        table.count(minutes(DAY, DAY + 10));
        // One that came late, of a time before anything was counted.
        table.count(minutes(-DAY, -DAY + 1));

        assertThat(source(-DAY, 2 * DAY)).isEqualTo("spans");
        assertThat(source(0, 60)).isEqualTo("spans");
        assertThat(source(DAY, DAY + 60)).isEqualTo("rollups");
    }

    @Test
    void nothingStored_countsAreAllThereIs() {
        table.count(minutes(0, 60));

        assertThat(source(0, 60)).isEqualTo("rollups");
    }

    @Test
    void nothingCounted_isNoReasonForANotice() {
        table.insert(minutes(0, 60));

        Answer answer = heatmap(0, 60);

        assertThat(answer.text("/source")).isEqualTo("spans");
        assertThat(answer.body().at("/notices").findValuesAsString("code")).containsExactly("sampled");
    }

    @Test
    void everythingKept_isNoReasonForANoticeEither() {
        table.insert(minutes(0, 60).stream().map(span -> span.weighing(1)).toList());
        table.count(minutes(30, 60));

        Answer answer = heatmap(0, 60);

        assertThat(answer.text("/source")).isEqualTo("spans");
        assertThat(answer.body().at("/exact").asBoolean()).isTrue();
        assertThat(answer.body().at("/notices")).isEmpty();
    }

    private String source(long fromMinute, long toMinute) {
        return heatmap(fromMinute, toMinute).text("/source");
    }

    private Answer heatmap(long fromMinute, long toMinute) {
        Answer answer = service.post(
                "/api/v1/heatmap",
                Map.of(
                        "from",
                        NOON.plusSeconds(60 * fromMinute).toString(),
                        "to",
                        NOON.plusSeconds(60 * toMinute).toString()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    /** A sampled root span in each minute. */
    private static List<TestSpan> minutes(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(minute -> TestSpan.root(
                                "%032x".formatted(minute + 10 * DAY),
                                (NOON.getEpochSecond() + 60 * minute + 7) * 1_000_000_000)
                        .weighing(10))
                .toList();
    }
}
