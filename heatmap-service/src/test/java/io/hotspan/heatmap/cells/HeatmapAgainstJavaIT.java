package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hotspan.heatmap.cells.IndependentGrid.Place;
import io.hotspan.heatmap.cells.IndependentGrid.Sums;
import io.hotspan.heatmap.testing.RandomSpans;
import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The service's answers over HTTP against a computation that shares no code with it. */
class HeatmapAgainstJavaIT {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long FROM = Instant.parse("2026-03-01T14:00:00Z").getEpochSecond() * 1_000_000_000;

    private static List<TestSpan> spans;
    private static RunningService service;

    @BeforeAll
    static void start() {
        spans = new RandomSpans(7, FROM - HOUR / 2, 2 * HOUR).traces(3_000);
        SpanTable table = SpanTable.migrated();
        table.insert(spans);
        service = RunningService.over(table);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                question("", "all", span -> true),
                question("", "root", TestSpan::isRoot),
                question("", "entry", HeatmapAgainstJavaIT::isEntry),
                question(
                        "{ resource.service.name = \"order-service\" }",
                        "all",
                        span -> span.service().equals("order-service")),
                question(
                        "{ span.http.route = \"/cart/checkout\" && duration > 1ms }",
                        "all",
                        span -> "/cart/checkout".equals(span.attributes().get("http.route"))
                                && span.durationNanos() > 1_000_000),
                question(
                        "{ span.http.route != \"/cart/checkout\" }",
                        "all",
                        span -> span.attributes().containsKey("http.route")
                                && !"/cart/checkout".equals(span.attributes().get("http.route"))),
                question(
                        "{ !(span.http.route = \"/cart/checkout\") }",
                        "all",
                        span -> !"/cart/checkout".equals(span.attributes().get("http.route"))),
                question("{ span.http.response.status_code >= 400 }", "all", span -> {
                    String code = span.attributes().get("http.response.status_code");
                    return code != null && Integer.parseInt(code) >= 400;
                }),
                question(
                        "{ .cloud.region =~ \"us-.*\" || status = error }",
                        "root",
                        span -> span.isRoot()
                                && (span.resource()
                                                .getOrDefault("cloud.region", "")
                                                .startsWith("us-")
                                        || span.status().equals("Error"))),
                question(
                        "{ name = \"POST /cart\" && kind = server }",
                        "entry",
                        span -> isEntry(span)
                                && span.name().equals("POST /cart")
                                && span.kind().equals("Server")),
                question(
                        "{ span.http.route = nil }",
                        "all",
                        span -> !span.attributes().containsKey("http.route")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void heatmap_equalsTheComputation(String filter, String scope, Predicate<TestSpan> matches) {
        List<TestSpan> counted = spans.stream().filter(matches).toList();
        for (long length : new long[] {HOUR / 60, HOUR / 7, HOUR}) {
            Answer answer = service.post(
                    "/api/v1/heatmap",
                    Map.of(
                            "from",
                            instant(FROM + 1),
                            "to",
                            instant(FROM + length),
                            "filter",
                            filter,
                            "scope",
                            scope,
                            "maxColumns",
                            60));

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            long from = nanos(answer.text("/from"));
            long to = nanos(answer.text("/to"));
            Map<Place, Sums> expected = IndependentGrid.cells(counted, from, to, answer.number("/stepNanos"));
            assertThat(cells(answer.body())).isEqualTo(expected);
            assertTotals(answer.body(), expected);
            double variance = IndependentGrid.variance(counted, from, to);
            assertThat(answer.body().at("/totals/countStandardError").asDouble())
                    .isCloseTo(Math.sqrt(variance), within(1e-6 * Math.max(1, Math.sqrt(variance))));
            assertThat(answer.body().at("/exact").asBoolean()).isEqualTo(variance == 0);
        }
    }

    private static void assertTotals(JsonNode heatmap, Map<Place, Sums> cells) {
        assertThat(heatmap.at("/totals/count").asDouble())
                .isEqualTo(cells.values().stream().mapToDouble(Sums::count).sum());
        assertThat(heatmap.at("/totals/errors").asDouble())
                .isEqualTo(cells.values().stream().mapToDouble(Sums::errors).sum());
        assertThat(heatmap.at("/totals/stored").asLong())
                .isEqualTo(cells.values().stream().mapToLong(Sums::stored).sum());
    }

    private static Map<Place, Sums> cells(JsonNode heatmap) {
        Map<Place, Sums> cells = new TreeMap<>();
        JsonNode arrays = heatmap.get("cells");
        for (int i = 0; i < arrays.get("column").size(); i++) {
            JsonNode row = heatmap.get("rows").get(arrays.get("row").get(i).asInt());
            cells.put(
                    new Place(
                            arrays.get("column").get(i).asLong(),
                            row.get("index").asInt()),
                    new Sums(
                            arrays.get("count").get(i).asDouble(),
                            arrays.get("errors").get(i).asDouble(),
                            arrays.get("stored").get(i).asLong()));
        }
        return cells;
    }

    private static Arguments question(String filter, String scope, Predicate<TestSpan> matches) {
        return Arguments.of(filter, scope, matches);
    }

    private static boolean isEntry(TestSpan span) {
        return span.isRoot() || span.kind().equals("Server") || span.kind().equals("Consumer");
    }

    private static String instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos).toString();
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000;
    }
}
