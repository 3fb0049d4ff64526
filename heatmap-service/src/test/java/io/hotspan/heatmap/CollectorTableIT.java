package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RandomSpans;
import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A table that a plain Collector has made answers every question as well, and the answers say what it lacks. */
class CollectorTableIT {
    private static final Instant FROM = Instant.parse("2026-03-01T14:00:00Z");
    private static final Map<String, String> REQUEST =
            Map.of("from", FROM.toString(), "to", FROM.plus(Duration.ofHours(1)).toString(), "scope", "all");

    private static List<TestSpan> spans;
    private static RunningService plain;
    private static RunningService migrated;

    @BeforeAll
    static void start() {
        spans = new RandomSpans(
                        3,
                        FROM.getEpochSecond() * 1_000_000_000,
                        Duration.ofHours(1).toNanos())
                .traces(500).stream().map(span -> span.weighing(1)).toList();
        SpanTable ofCollector = SpanTable.ofCollector();
        ofCollector.insert(spans);
        plain = RunningService.over(ofCollector);
        SpanTable ours = SpanTable.migrated();
        ours.insert(spans);
        migrated = RunningService.over(ours);
    }

    @AfterAll
    static void stop() {
        plain.close();
        migrated.close();
    }

    @Test
    void heatmap_isTheSameAndSaysWhatIsMissing() {
        Answer here = plain.post("/api/v1/heatmap", REQUEST);
        Answer there = migrated.post("/api/v1/heatmap", REQUEST);

        assertThat(here.status()).as(here.body().toString()).isEqualTo(200);
        assertThat(here.body().get("cells")).isEqualTo(there.body().get("cells"));
        assertThat(here.body().get("rows")).isEqualTo(there.body().get("rows"));
        assertThat(here.body().at("/notices").findValuesAsString("code"))
                .containsExactly("weights-unknown", "computed");
        assertThat(there.body().at("/notices")).isEmpty();
        assertThat(there.body().at("/exact").asBoolean()).isTrue();
    }

    @Test
    void spansAndTraces_areTheSame() {
        Answer here = plain.post("/api/v1/spans", REQUEST);
        String traceId = here.text("/spans/0/traceId");

        assertThat(here.status()).as(here.body().toString()).isEqualTo(200);
        assertThat(here.body())
                .isEqualTo(migrated.post("/api/v1/spans", REQUEST).body());
        Answer trace = plain.get("/api/v1/traces/" + traceId, Map.of());
        assertThat(trace.status()).as(trace.body().toString()).isEqualTo(200);
        assertThat(trace.body().at("/spans/0/weight").asDouble()).isEqualTo(1);
        assertThat(trace.body())
                .isEqualTo(migrated.get("/api/v1/traces/" + traceId, Map.of()).body());
    }

    @Test
    void fieldsAndFreshness_areTheSame() {
        Map<String, String> range = Map.of("from", REQUEST.get("from"), "to", REQUEST.get("to"));

        assertThat(plain.get("/api/v1/fields", range).body())
                .isEqualTo(migrated.get("/api/v1/fields", range).body());
        assertThat(plain.get("/api/v1/freshness", Map.of()).text("/newestSpan"))
                .isEqualTo(Instant.EPOCH
                        .plusNanos(spans.stream()
                                .mapToLong(TestSpan::startNanos)
                                .max()
                                .orElseThrow())
                        .toString());
    }
}
