package io.hotspan.heatmap.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FieldsIT {
    private static final Instant FROM = Instant.parse("2026-03-01T14:00:00Z");
    private static final long NANOS = FROM.getEpochSecond() * 1_000_000_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private static RunningService service;

    @BeforeAll
    static void start() {
        List<TestSpan> spans = new ArrayList<>();
        // 5,000 frequent spans in the last ten minutes of the hour, a rare one at its start.
        LongStream.range(0, 5_000)
                .mapToObj(i -> TestSpan.root("%032x".formatted(i + 1), NANOS + 50 * MINUTE + i * MINUTE / 500)
                        .with("http.response.status_code", i % 10 == 0 ? "500" : "200")
                        .with("tenant id", "tenant-" + i % 70))
                .forEach(spans::add);
        spans.add(TestSpan.root("f".repeat(32), NANOS).with("rare", "it's").failed());
        SpanTable table = SpanTable.migrated();
        table.insert(spans);
        service = RunningService.over(table, "--hotspan.heatmap.sampled-spans=1000");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void fields_areThoseOfTheNewestSpans() {
        Answer answer = service.get("/api/v1/fields", range(Map.of()));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body()
                        .at("/fields")
                        .valueStream()
                        .map(field -> field.get("name").asString() + " "
                                + field.get("type").asString() + " "
                                + field.get("distinct").asLong()))
                .containsExactly(
                        "duration duration 1",
                        "kind kind 1",
                        "name string 1",
                        "status status 1",
                        "statusMessage string 0",
                        "resource.service.name string 1",
                        "span.\"tenant id\" string 70",
                        "span.http.response.status_code number 2");
        assertThat(answer.body().at("/approximate").asBoolean()).isTrue();
        assertThat(answer.number("/spansRead")).isBetween(1_000L, 1_200L);
    }

    @Test
    void fieldsOfRareSpans_areFoundHoweverFarBack() {
        Answer answer = service.get("/api/v1/fields", range(Map.of("filter", "{ status = error }")));

        assertThat(answer.body()
                        .at("/fields")
                        .valueStream()
                        .map(field -> field.get("name").asString()))
                .contains("span.rare");
        assertThat(answer.body().at("/approximate").asBoolean()).isFalse();
        assertThat(answer.number("/spansRead")).isEqualTo(1);
    }

    @Test
    void values_areCountedMostFrequentFirst() {
        Answer answer = service.get("/api/v1/fields/values", range(Map.of("field", "span.http.response.status_code")));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().at("/values").findValuesAsString("value")).containsExactly("200", "500");
        assertThat(answer.number("/values/0/count") + answer.number("/values/1/count"))
                .isEqualTo(answer.number("/spansRead"));
        assertThat(answer.body().at("/capped").asBoolean()).isFalse();
        assertThat(answer.body().at("/approximate").asBoolean()).isTrue();
    }

    @Test
    void moreValuesThanAsked_areCapped() {
        Answer answer =
                service.get("/api/v1/fields/values", range(Map.of("field", "span.\"tenant id\"", "limit", "7")));

        assertThat(answer.body().at("/values").size()).isEqualTo(7);
        assertThat(answer.body().at("/capped").asBoolean()).isTrue();
    }

    @Test
    void prefix_findsRareValuesHoweverFarBack() {
        Answer answer = service.get("/api/v1/fields/values", range(Map.of("field", "span.rare", "prefix", "it'")));

        assertThat(answer.body().at("/values").toString()).isEqualTo("[{\"value\":\"it's\",\"count\":1}]");
        assertThat(answer.body().at("/approximate").asBoolean()).isFalse();
    }

    @Test
    void everyKindOfField_hasItsValues() {
        Map<String, String> first = Map.of(
                "name", "GET /",
                "kind", "server",
                "status", "unset",
                "resource.service.name", "api-gateway",
                ".service.name", "api-gateway",
                ".rare", "it's",
                "trace:id", "f".repeat(32));
        first.forEach((field, value) -> {
            Answer answer =
                    service.get("/api/v1/fields/values", range(Map.of("field", field, "prefix", value, "limit", "1")));

            assertThat(answer.body().at("/values/0/value").asString())
                    .as(field + " " + answer.body())
                    .isEqualTo(value);
        });
        assertThat(service.get("/api/v1/fields/values", range(Map.of("field", "duration")))
                        .body()
                        .at("/values"))
                .isEmpty();
        assertThat(service.get("/api/v1/fields/values", range(Map.of("field", "span.nobody.has.it")))
                        .body()
                        .at("/values"))
                .isEmpty();
    }

    private static Map<String, String> range(Map<String, String> more) {
        Map<String, String> query = new HashMap<>(more);
        query.put("from", FROM.toString());
        query.put("to", FROM.plus(Duration.ofHours(1)).toString());
        return query;
    }
}
