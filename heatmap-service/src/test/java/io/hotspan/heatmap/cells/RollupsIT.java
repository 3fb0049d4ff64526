package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import io.hotspan.telemetry.rollup.Rollup;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Six spans came in, of which one was kept: four requests, and two spans below the first of them. */
class RollupsIT {
    private static final Instant START = Instant.parse("2026-03-01T14:00:00Z");
    private static final long NANOS = START.getEpochSecond() * 1_000_000_000;
    private static final long SECOND = 1_000_000_000L;
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";

    private static RunningService service;

    @BeforeAll
    static void start() {
        TestSpan kept = at(3).lasting(1_000_000);
        SpanTable table = SpanTable.migrated();
        table.count(List.of(kept, at(9), at(10).failed(), kept.child("00000000000000a2")));
        // What comes later is of the same ten seconds: the sum is what counts, not the row.
        table.count(List.of(at(9), call(kept)));
        table.insert(List.of(kept.weighing(4)));
        service = RunningService.over(table);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void heatmapOfRoots_countsAllTraffic() {
        Answer answer = heatmap("", "root");

        assertThat(answer.text("/source")).isEqualTo("rollups");
        assertThat(answer.body().at("/exact").asBoolean()).isTrue();
        assertThat(answer.number("/stepNanos")).isEqualTo(10 * SECOND);
        assertThat(answer.number("/columns")).isEqualTo(180);
        assertThat(answer.body().at("/cells/column").toString()).isEqualTo("[0,0,1]");
        // 2 ms lies four rows above 1 ms.
        assertThat(answer.body().at("/cells/row").toString()).isEqualTo("[0,4,4]");
        assertThat(answer.body().at("/cells/count").toString()).isEqualTo("[1.0,2.0,1.0]");
        assertThat(answer.body().at("/cells/errors").toString()).isEqualTo("[0.0,0.0,1.0]");
        assertThat(answer.body().at("/cells/stored").isNull()).isTrue();
        assertThat(answer.body().at("/totals/count").asDouble()).isEqualTo(4);
        assertThat(answer.body().at("/totals/errors").asDouble()).isEqualTo(1);
        assertThat(answer.body().at("/totals/stored").isNull()).isTrue();
        assertThat(answer.body().at("/totals/countStandardError").asDouble()).isZero();
        assertThat(answer.body().at("/notices")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{} ; root ; 4",
                "{} ; entry ; 5",
                "{} ; all ; 6",
                "{ resource.service.name = \"api-gateway\" } ; all ; 5",
                "{ resource.service.name != \"api-gateway\" } ; all ; 1",
                "{ resource.service.name =~ \"api-.*|payment\" } ; all ; 6",
                "{ name = \"charge\" } ; all ; 1",
                "{ name !~ \"GET .*\" } ; all ; 1",
                "{ kind = client } ; all ; 1",
                "{ kind != client && status = error } ; all ; 1",
                "{ !(status = error || kind = client) } ; all ; 4",
                // Only the kept span and its child take 1 ms, which is less than 2^20 ns.
                "{ duration <= 1048576ns } ; all ; 2",
                "{ duration > 1048576ns } ; all ; 4",
                "{ duration < 1048577ns && span:kind = server } ; all ; 2",
                "{ duration >= 1048577ns } ; root ; 3"
            })
    void questionWithinTheirDimensions_isAnsweredByRollups(String filter, String scope, int spans) {
        Answer answer = heatmap(filter, scope);

        assertThat(answer.text("/source")).isEqualTo("rollups");
        assertThat(answer.body().at("/totals/count").asDouble()).isEqualTo(spans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ span.http.route = \"/cart\" }",
                "{ resource.cloud.region != \"eu\" }",
                "{ .service.name = \"api-gateway\" }",
                "{ span.service.name = \"api-gateway\" }",
                "{ resource.service.name = \"\" }",
                "{ resource.service.name != nil }",
                "{ resource.service.name = 5 }",
                "{ statusMessage = \"\" }",
                "{ trace:id != \"\" }",
                "{ span:parentID = nil }",
                "{ instrumentation:name = \"\" }",
                "{ duration > 1ms }",
                "{ duration = 1048576ns }",
                "{ duration >= 1048576ns }",
                "{ kind = server && (status = error || span.n = 1) }",
                "{ !(span.n = 1) }"
            })
    void questionBeyondTheirDimensions_isAnsweredByStoredSpans(String filter) {
        Answer answer = heatmap(filter, "all");

        assertThat(answer.text("/source")).isEqualTo("spans");
        assertThat(answer.body().at("/notices").findValuesAsString("code")).doesNotContain("partly-counted");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T14:00:00Z, 2026-03-01T14:05:00Z, 300, rollups, 10",
        "2026-03-01T14:00:03Z, 2026-03-01T14:59:58Z, 240, rollups, 30",
        "2026-03-01T14:00:00Z, 2026-03-01T14:04:50Z, 300, spans, 1",
        "2026-03-01T14:00:00Z, 2026-03-01T14:00:10Z, 10, spans, 1"
    })
    void shortTime_isCountedFromStoredSpansInFinerColumns(
            String from, String to, int maxColumns, String source, int stepSeconds) {
        Answer answer = service.post("/api/v1/heatmap", Map.of("from", from, "to", to, "maxColumns", maxColumns));

        assertThat(answer.text("/source")).isEqualTo(source);
        assertThat(answer.number("/stepNanos")).isEqualTo(stepSeconds * SECOND);
    }

    @Test
    void matchesOfAService_areCountedFromAllTrafficToo() {
        Map<String, Object> request = new HashMap<>(request("", "all"));
        request.put("highlight", "{ resource.service.name = \"payment\" }");
        request.put("stepNanos", 20 * SECOND);

        Answer answer = service.post("/api/v1/heatmap/matches", request);

        assertThat(answer.text("/source")).isEqualTo("rollups");
        assertThat(answer.number("/stepNanos")).isEqualTo(20 * SECOND);
        assertThat(answer.body().at("/cells/count").toString()).isEqualTo("[1.0]");
        request.put("stepNanos", 15 * SECOND);
        assertThat(service.post("/api/v1/heatmap/matches", request).text("/source"))
                .isEqualTo("spans");
    }

    @Test
    void foldedNames_leaveQuestionsOfNamesToStoredSpans() {
        SpanTable table = SpanTable.migrated();
        table.count(List.of(at(1), at(2).lasting(5), named(at(2), Rollup.OTHER)));
        table.insert(List.of(at(1).weighing(3)));
        try (RunningService folded = RunningService.over(table)) {
            Answer all = folded.post("/api/v1/heatmap", request("", "root"));
            assertThat(all.text("/source")).isEqualTo("rollups");
            assertThat(all.body().at("/totals/count").asDouble()).isEqualTo(3);

            Answer named = folded.post("/api/v1/heatmap", request("{ name = \"GET /\" }", "root"));
            assertThat(named.text("/source")).isEqualTo("spans");
            assertThat(named.text("/notices/1/code")).isEqualTo("names-folded");
            assertThat(named.text("/notices/1/message")).startsWith("Of 1 spans counted before sampling");

            // The folded span is of another kind, so whatever its name is, it does not match.
            Answer told = folded.post("/api/v1/heatmap", request("{ name = \"GET /\" && kind = server }", "root"));
            assertThat(told.text("/source")).isEqualTo("rollups");
            assertThat(told.body().at("/totals/count").asDouble()).isEqualTo(2);
        }
    }

    @Test
    void switchedOff_rollupsAreNotAsked() {
        SpanTable table = SpanTable.migrated();
        table.count(List.of(at(1), at(2)));
        table.insert(List.of(at(1)));
        try (RunningService off = RunningService.over(table, "--hotspan.heatmap.rollups.enabled=false")) {
            assertThat(off.post("/api/v1/heatmap", request("", "root")).text("/source"))
                    .isEqualTo("spans");
        }
    }

    private static Answer heatmap(String filter, String scope) {
        Answer answer = service.post("/api/v1/heatmap", request(filter, scope));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private static Map<String, Object> request(String filter, String scope) {
        return Map.of(
                "from", START.toString(), "to", START.plusSeconds(1_800).toString(), "filter", filter, "scope", scope);
    }

    /** A request to the gateway of 2 ms. */
    private static TestSpan at(int seconds) {
        return TestSpan.root(TRACE, NANOS + seconds * SECOND).lasting(2_000_000);
    }

    private static TestSpan call(TestSpan parent) {
        TestSpan child = parent.child("00000000000000a3");
        return new TestSpan(
                child.traceId(),
                child.spanId(),
                child.parentSpanId(),
                child.startNanos(),
                1_500_000,
                "payment",
                "charge",
                "Client",
                "Unset",
                1,
                Map.of(),
                Map.of());
    }

    private static TestSpan named(TestSpan span, String name) {
        return new TestSpan(
                span.traceId(),
                span.spanId(),
                span.parentSpanId(),
                span.startNanos(),
                span.durationNanos(),
                span.service(),
                name,
                "Internal",
                span.status(),
                1,
                Map.of(),
                Map.of());
    }
}
