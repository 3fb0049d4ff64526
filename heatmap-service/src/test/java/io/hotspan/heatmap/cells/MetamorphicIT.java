package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RandomSpans;
import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What must hold between answers, whatever the spans are. */
class MetamorphicIT {
    private static final Instant FROM = Instant.parse("2026-03-01T14:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(1));

    private static RunningService service;

    @BeforeAll
    static void start() {
        SpanTable table = SpanTable.migrated();
        table.insert(new RandomSpans(
                        11,
                        FROM.getEpochSecond() * 1_000_000_000,
                        Duration.ofHours(1).toNanos())
                .traces(3_000));
        service = RunningService.over(table);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "span.http.route = \"/cart/checkout\"",
                "span.http.response.status_code > 250",
                "status = error",
                "duration <= 3ms",
                "resource.cloud.region =~ \"us-.*\"",
                "kind = client && name = \"GET /\"",
                "span.http.route = nil"
            })
    void filterAndItsNegation_addUpToAll(String condition) {
        Map<String, Long> both = cells(heatmap("{ " + condition + " }", FROM, TO, 300));
        cells(heatmap("{ !(" + condition + ") }", FROM, TO, 300)).forEach((cell, n) -> both.merge(cell, n, Long::sum));

        assertThat(both).isEqualTo(cells(heatmap("{}", FROM, TO, 300)));
    }

    @Test
    void absentAttribute_isNeitherEqualNorUnequal() {
        long all = stored(heatmap("{}", FROM, TO, 300));
        long equal = stored(heatmap("{ span.http.route = \"/api/orders\" }", FROM, TO, 300));
        long unequal = stored(heatmap("{ span.http.route != \"/api/orders\" }", FROM, TO, 300));
        long absent = stored(heatmap("{ span.http.route = nil }", FROM, TO, 300));

        assertThat(equal + unequal + absent).isEqualTo(all);
        assertThat(absent).isPositive();
    }

    @Test
    void zoomedGrids_addUpToTheCoarseOne() {
        JsonNode coarse = heatmap("{}", FROM, TO, 12);
        long stepNanos = coarse.at("/stepNanos").asLong();
        assertThat(stepNanos).isEqualTo(Duration.ofMinutes(5).toNanos());
        Map<String, Long> sums = new TreeMap<>();
        for (int column = 0; column < 12; column++) {
            Instant from = FROM.plusNanos(column * stepNanos);
            String place = column + "/";
            byRow(heatmap("{}", from, from.plusNanos(stepNanos), 300))
                    .forEach((row, stored) -> sums.merge(place + row, stored, Long::sum));
        }

        assertThat(sums).isEqualTo(cells(coarse));
    }

    @Test
    void matches_areACellwisePartOfTheHeatmap() {
        JsonNode all = heatmap("{ status = error }", FROM, TO, 300);
        Answer lit = service.post(
                "/api/v1/heatmap/matches",
                Map.of(
                        "from",
                        FROM.toString(),
                        "to",
                        TO.toString(),
                        "filter",
                        "{ status = error }",
                        "scope",
                        "all",
                        "highlight",
                        "{ span.http.route = \"/cart/checkout\" }",
                        "stepNanos",
                        all.at("/stepNanos").asLong()));

        Map<String, Long> cells = cells(all);
        assertThat(lit.number("/columns")).isEqualTo(all.at("/columns").asLong());
        assertThat(cells(lit.body()))
                .isNotEmpty()
                .allSatisfy((cell, stored) -> assertThat(stored).isLessThanOrEqualTo(cells.get(cell)));
        assertThat(cells(lit.body()))
                .isEqualTo(cells(heatmap("{ status = error && span.http.route = \"/cart/checkout\" }", FROM, TO, 300)));
    }

    @Test
    void boxSplitInTwo_addsUpToTheWhole() {
        Instant middle = FROM.plusSeconds(1_234).plusNanos(567);
        long above = 50_000;
        long upTo = 90_000_000;
        for (long cut : new long[] {50_001, 1 << 20, 89_999_999}) {
            assertThat(total(List.of(box(FROM, TO, above, cut))) + total(List.of(box(FROM, TO, cut, upTo))))
                    .isEqualTo(total(List.of(box(FROM, TO, above, upTo))));
        }
        assertThat(total(List.of(box(FROM, middle, above, upTo))) + total(List.of(box(middle, TO, above, upTo))))
                .isEqualTo(total(List.of(box(FROM, TO, above, upTo))));
    }

    @Test
    void overlappingBoxes_countASpanOnce() {
        Map<String, Object> whole = box(FROM, TO, -1, Long.MAX_VALUE);

        assertThat(total(List.of(whole, box(FROM, TO, 1_000, 1_000_000)))).isEqualTo(total(List.of(whole)));
        assertThat(total(List.of(whole))).isEqualTo(total(List.of()));
    }

    @Test
    void boxOfACell_holdsTheCellsSpans() {
        JsonNode heatmap = heatmap("{}", FROM, TO, 60);
        for (int i = 0; i < heatmap.at("/cells/column").size(); i += 97) {
            long column = heatmap.at("/cells/column").get(i).asLong();
            JsonNode row =
                    heatmap.at("/rows").get(heatmap.at("/cells/row").get(i).asInt());
            Instant from = FROM.plusNanos(column * heatmap.at("/stepNanos").asLong());

            assertThat(total(List.of(box(
                            from,
                            from.plusNanos(heatmap.at("/stepNanos").asLong()),
                            row.get("aboveNanos").asLong(),
                            row.get("upToNanos").asLong()))))
                    .isEqualTo(heatmap.at("/cells/stored").get(i).asLong());
        }
    }

    private static JsonNode heatmap(String filter, Instant from, Instant to, int maxColumns) {
        Answer answer = service.post(
                "/api/v1/heatmap",
                Map.of(
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "filter",
                        filter,
                        "scope",
                        "all",
                        "maxColumns",
                        maxColumns));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static long stored(JsonNode heatmap) {
        return heatmap.at("/totals/stored").asLong();
    }

    /** Stored spans by column and latency bucket. */
    private static Map<String, Long> cells(JsonNode heatmap) {
        Map<String, Long> cells = new TreeMap<>();
        for (int i = 0; i < heatmap.at("/cells/column").size(); i++) {
            cells.put(
                    heatmap.at("/cells/column").get(i).asInt() + "/" + bucket(heatmap, i),
                    heatmap.at("/cells/stored").get(i).asLong());
        }
        return cells;
    }

    private static Map<String, Long> byRow(JsonNode heatmap) {
        Map<String, Long> rows = new HashMap<>();
        for (int i = 0; i < heatmap.at("/cells/column").size(); i++) {
            rows.merge(bucket(heatmap, i), heatmap.at("/cells/stored").get(i).asLong(), Long::sum);
        }
        return rows;
    }

    private static String bucket(JsonNode heatmap, int cell) {
        int row = heatmap.at("/cells/row").get(cell).asInt();
        return heatmap.at("/rows").get(row).get("index").asString();
    }

    private static Map<String, Object> box(Instant from, Instant to, long aboveNanos, long upToNanos) {
        return Map.of("from", from.toString(), "to", to.toString(), "aboveNanos", aboveNanos, "upToNanos", upToNanos);
    }

    private static long total(List<Map<String, Object>> boxes) {
        Answer answer = service.post(
                "/api/v1/spans",
                Map.of("from", FROM.toString(), "to", TO.toString(), "scope", "all", "boxes", boxes, "limit", 1));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.number("/total");
    }
}
