package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RandomSpans;
import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import io.hotspan.telemetry.latency.LatencyBuckets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Where everything was kept, all traffic and what is stored of it are the same, cell for cell. */
class RollupsEqualSpansIT {
    private static final Instant FROM = Instant.parse("2026-03-01T23:30:00Z");
    private static final int SECONDS = 3_600;

    private static final SpanTable TABLE = filled();
    private static final RunningService COUNTED = RunningService.over(TABLE);
    private static final RunningService STORED = RunningService.over(TABLE, "--hotspan.heatmap.rollups.enabled=false");

    private static SpanTable filled() {
        List<TestSpan> spans = new RandomSpans(
                        23,
                        FROM.getEpochSecond() * 1_000_000_000,
                        Duration.ofSeconds(SECONDS).toNanos())
                .traces(2_000).stream().map(span -> span.weighing(1)).toList();
        SpanTable table = SpanTable.migrated();
        table.insert(spans);
        table.count(spans.subList(0, spans.size() / 2));
        table.count(spans.subList(spans.size() / 2, spans.size()));
        return table;
    }

    @AfterContainer
    static void stop() {
        COUNTED.close();
        STORED.close();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void anyQuestionWithinTheirDimensions_hasTheSameCells(@ForAll("questions") Map<String, Object> question) {
        // Asked for the same columns; by itself a short range would get finer ones from stored spans.
        Answer all = COUNTED.post("/api/v1/heatmap/matches", question);
        Answer kept = STORED.post("/api/v1/heatmap/matches", question);

        assertThat(all.status()).as(all.body().toString()).isEqualTo(200);
        assertThat(all.text("/source")).isEqualTo("rollups");
        assertThat(kept.text("/source")).isEqualTo("spans");
        for (String part : List.of(
                "/from",
                "/to",
                "/columns",
                "/exact",
                "/rows",
                "/cells/column",
                "/cells/row",
                "/cells/count",
                "/cells/errors",
                "/totals/count",
                "/totals/errors")) {
            assertThat(all.body().at(part)).as(part).isEqualTo(kept.body().at(part));
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> questions() {
        Arbitrary<Integer> from = Arbitraries.integers().between(-100, SECONDS);
        Arbitrary<Integer> length = Arbitraries.integers().between(60, SECONDS);
        return Combinators.combine(
                        from,
                        length,
                        conditions(2),
                        Arbitraries.of("root", "entry", "all"),
                        Arbitraries.of(10, 20, 30, 60))
                .as((start, seconds, condition, scope, step) -> {
                    Map<String, Object> question = new HashMap<>();
                    question.put("from", FROM.plusSeconds(start).toString());
                    question.put("to", FROM.plusSeconds(start + seconds).toString());
                    question.put("highlight", "{ " + condition + " }");
                    question.put("scope", scope);
                    question.put("stepNanos", Duration.ofSeconds(step).toNanos());
                    return question;
                });
    }

    private static Arbitrary<String> conditions(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<String> inner = conditions(depth - 1);
        return Arbitraries.oneOf(
                leaves(),
                inner.map(condition -> "!(" + condition + ")"),
                Combinators.combine(inner, Arbitraries.of("&&", "||"), inner)
                        .as((left, operator, right) -> "(" + left + ") " + operator + " (" + right + ")"));
    }

    private static Arbitrary<String> leaves() {
        Arbitrary<String> durations = Combinators.combine(
                        Arbitraries.of("duration > %dns", "duration <= %dns"),
                        Arbitraries.integers().between(10, 150))
                .as((comparison, bucket) -> comparison.formatted(LatencyBuckets.upperNanos(bucket)));
        Arbitrary<String> words = Arbitraries.of(
                "resource.service.name = \"order-service\"",
                "resource.service.name != \"order-service\"",
                "resource.service.name =~ \".*-service\"",
                "resource.service.name !~ \"a.*\"",
                "resource.service.name = \"no-such-service\"",
                "name = \"GET /\"",
                "name != \"GET /\"",
                "name =~ \"(?i)post.*\"",
                "kind = server",
                "kind != consumer",
                "status = error",
                "status != ok");
        return Arbitraries.oneOf(words, durations);
    }
}
