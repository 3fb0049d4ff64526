package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal names the field and what would be accepted. No store is asked. */
class RefusalsIT {
    private static final String RANGE = "\"from\":\"2026-03-01T14:00:00Z\",\"to\":\"2026-03-01T15:00:00Z\"";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.at("http://127.0.0.1:1", "otel");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}                                                              | from | an RFC 3339 instant",
                "{\"from\":null}                                                 | from | an RFC 3339 instant",
                "{\"from\":\"2026-03-01T14:00:00Z\"}                             | to | an RFC 3339 instant",
                "{\"from\":\"yesterday\",\"to\":\"2026-03-01T14:00:00Z\"}        | from | an RFC 3339 instant",
                "{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\"}                 | from | an RFC 3339 instant",
                "{\"from\":\"2026-03-01T14:00:00\",\"to\":\"2026-03-02T14:00:00Z\"} | from | an RFC 3339 instant",
                "{\"from\":\"1969-12-31T23:59:59Z\",\"to\":\"2026-03-02T14:00:00Z\"} | from | an instant between",
                "{\"from\":\"2026-03-01T14:00:00Z\",\"to\":\"9999-03-02T14:00:00Z\"} | to | an instant between",
                "{\"from\":\"2026-03-01T14:00:00Z\",\"to\":\"2026-03-01T14:00:00Z\"} | to | an instant after from",
                "{\"from\":\"2026-03-02T14:00:00Z\",\"to\":\"2026-03-01T14:00:00Z\"} | to | an instant after from",
                "{\"from\":\"2026-03-01T14:00:00Z\",\"to\":\"2026-04-01T14:00:01Z\"} | to | at most 31 days after from",
                "{RANGE,\"scope\":\"everything\"}                                | scope | root, entry or all",
                "{RANGE,\"scope\":\"ROOT\"}                                      | scope | root, entry or all",
                "{RANGE,\"maxColumns\":9}                                        | maxColumns | from 10 to 1000",
                "{RANGE,\"maxColumns\":1001}                                     | maxColumns | from 10 to 1000",
                "{RANGE,\"maxColums\":300}                                       | maxColums | filter, from, maxColumns, scope, to",
            })
    void heatmapRequest_isRefusedByField(String body, String field, String accepted) {
        Answer answer = service.post("/api/v1/heatmap", body.replace("RANGE", RANGE));

        assertRefused(answer, field);
        assertThat(answer.text("/errors/0/accepted")).contains(accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{RANGE,\"maxColumns\":\"300\"} | maxColumns",
                "{RANGE,\"maxColumns\":300.5}   | maxColumns",
                "{RANGE,\"maxColumns\":1e30}    | maxColumns",
                "{RANGE,\"maxColumns\":true}    | maxColumns",
                "{RANGE,\"filter\":{}}          | filter",
                "{RANGE,\"filter\":7}           | filter",
                "{\"from\":1772373600,\"to\":1772377200} | from",
            })
    void wrongTypes_areRefusedByField(String body, String field) {
        assertRefused(service.post("/api/v1/heatmap", body.replace("RANGE", RANGE)), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{RANGE}                                                        | highlight",
                "{RANGE,\"highlight\":\"{ x }\"}                                | highlight",
                "{RANGE,\"highlight\":\"{}\",\"stepNanos\":999999999}           | stepNanos",
                "{RANGE,\"highlight\":\"{}\",\"stepNanos\":1500000000}          | stepNanos",
                "{RANGE,\"highlight\":\"{}\",\"stepNanos\":-1000000000}         | stepNanos",
                "{RANGE,\"highlight\":\"{}\",\"stepNanos\":1000000000}          | stepNanos",
                "{RANGE,\"highlight\":\"{}\",\"stepNanos\":9223372036000000000} | stepNanos",
            })
    void matchesRequest_isRefusedByField(String body, String field) {
        assertRefused(service.post("/api/v1/heatmap/matches", body.replace("RANGE", RANGE)), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{RANGE,\"limit\":0}                        | limit",
                "{RANGE,\"limit\":1001}                     | limit",
                "{RANGE,\"sort\":\"fastest\"}               | sort",
                "{RANGE,\"boxes\":{}}                       | boxes",
                "{RANGE,\"boxes\":[null]}                   | boxes[0]",
                "{RANGE,\"boxes\":[{RANGE}]}                | boxes[0].aboveNanos",
                "{RANGE,\"boxes\":[{RANGE,\"aboveNanos\":-2,\"upToNanos\":5}]} | boxes[0].aboveNanos",
                "{RANGE,\"boxes\":[{RANGE,\"aboveNanos\":5,\"upToNanos\":5}]}  | boxes[0].upToNanos",
                "{RANGE,\"boxes\":[{RANGE,\"aboveNanos\":5,\"upToNanos\":9,\"below\":1}]} | boxes[0].below",
                "{RANGE,\"boxes\":[{\"from\":\"x\",\"aboveNanos\":5,\"upToNanos\":9}]} | boxes[0].from",
            })
    void spansRequest_isRefusedByField(String body, String field) {
        assertRefused(service.post("/api/v1/spans", body.replace("RANGE", RANGE)), field);
    }

    @Test
    void tooManyBoxes_areRefused() {
        String box = "{RANGE,\"aboveNanos\":1,\"upToNanos\":2}";
        String boxes = String.join(",", java.util.Collections.nCopies(21, box));

        Answer answer = service.post(
                "/api/v1/spans",
                "{RANGE,\"boxes\":[BOXES]}".replace("BOXES", boxes).replace("RANGE", RANGE));

        assertRefused(answer, "boxes");
        assertThat(answer.text("/errors/0/accepted")).isEqualTo("at most 20 boxes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{ name = }                             | 10",
                "{ status = 500 }                       | 12",
                "{ span.a == \"x\" }                    | 11",
                "{ duration > \"1s\" }                  | 14",
                "name = \"x\"                           | 1",
                "{ span.a = \"x                         | 12",
                "{ span.a =~ \"(\" }                    | 13",
            })
    void badFilter_isRefusedWithItsColumn(String filter, int column) {
        Answer parsed = service.get("/api/v1/filter/parse", Map.of("filter", filter));
        assertRefused(parsed, "filter");
        assertThat(parsed.number("/errors/0/column"))
                .as(parsed.body().toString())
                .isEqualTo(column);

        Answer asked = service.post(
                "/api/v1/heatmap",
                Map.of("from", "2026-03-01T14:00:00Z", "to", "2026-03-01T15:00:00Z", "filter", filter));
        assertRefused(asked, "filter");
        assertThat(asked.number("/errors/0/column")).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"{", "[]", "null", "\"text\"", "{\"from\":", "{RANGE} {RANGE}", "<xml/>"})
    void whatIsNoRequest_isRefused(String body) {
        Answer answer = service.post("/api/v1/heatmap", body.replace("RANGE", RANGE));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,1001", "limit,ten", "field,nowhere.at.all", "field,span.a = 1", "from,x"})
    void valuesQuery_isRefusedByField(String field, String value) {
        Map<String, String> query = new HashMap<>(
                Map.of("field", "span.http.route", "from", "2026-03-01T14:00:00Z", "to", "2026-03-01T15:00:00Z"));
        query.put(field, value);

        assertRefused(service.get("/api/v1/fields/values", query), field);
    }

    @Test
    void missingParameters_areRefusedByField() {
        assertRefused(service.get("/api/v1/filter/parse", Map.of()), "filter");
        assertRefused(service.get("/api/v1/fields", Map.of()), "from");
        assertRefused(service.get("/api/v1/fields/values", Map.of()), "field");
    }

    @Test
    void goodFilters_areGood() {
        String longest = "{ name = \"" + "é".repeat(9_900) + "\" }";
        for (String filter :
                new String[] {"", "{}", "{ name = \"x\" && (duration > 1s || !(status = error)) }", longest}) {
            Answer answer = service.get("/api/v1/filter/parse", Map.of("filter", filter));

            assertThat(answer.status()).as(filter).isEqualTo(200);
            assertThat(answer.body().at("/ok").asBoolean()).isTrue();
        }
    }

    @Test
    void streamingCaller_getsARefusalAsAnOrdinaryAnswer() {
        String problem = service.sendForText(service.postRequest("/api/v1/heatmap", "{}")
                .header("Accept", "text/event-stream")
                .build());

        assertThat(problem).contains("\"status\":400", "\"field\":\"from\"");
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("urn:hotspan:problem:invalid-request");
        assertThat(answer.text("/errors/0/field")).as(answer.body().toString()).isEqualTo(field);
    }
}
