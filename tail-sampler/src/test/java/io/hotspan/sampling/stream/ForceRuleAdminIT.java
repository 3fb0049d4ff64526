package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.testing.AdminClient;
import io.hotspan.sampling.testing.AdminClient.Answer;
import io.hotspan.telemetry.TraceId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The REST interface of force rules, without Redis. */
class ForceRuleAdminIT {

    private static final String RULES = "/admin/force-rules";
    private static final String DEMO = """
            {"description":"Force sample all demo-service traces","duration_secs":300,"priority":100,
             "match":{"resource":[{"key":"service.name","op":"eq","value":"demo-service"}]},"action":"force_keep"}
            """;

    private static SamplerHarness harness;
    private static AdminClient admin;

    @BeforeAll
    static void start() throws Exception {
        harness = new SamplerHarness();
        admin = new AdminClient(harness.start());
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @AfterEach
    void clear() {
        for (JsonNode rule : admin.get(RULES).body().get("rules")) {
            assertThat(admin.send("DELETE", RULES + "/" + rule.get("id").asString(), "")
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void rule_isMadeReadChangedAndDeleted() {
        Answer made = admin.post(RULES, DEMO);
        assertThat(made.status()).isEqualTo(201);
        String path = RULES + "/" + made.text("/id");
        assertThat(made.text("/description")).isEqualTo("Force sample all demo-service traces");
        assertThat(made.text("/action")).isEqualTo("force_keep");
        assertThat(made.text("/state")).isEqualTo("in_force");
        assertThat(made.text("/match/resource/0/op")).isEqualTo("eq");
        assertThat(made.text("/match/resource/0/value")).isEqualTo("demo-service");
        assertThat(made.body().get("priority").intValue()).isEqualTo(100);
        assertThat(made.body().get("version").longValue()).isEqualTo(1);
        assertThat(made.body().get("matches").longValue()).isZero();
        assertThat(made.body().get("max_matches").isNull()).isTrue();
        assertThat(Duration.between(Instant.parse(made.text("/created_at")), Instant.parse(made.text("/expires_at"))))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(made.body().get("remaining_secs").longValue()).isBetween(290L, 300L);

        assertThat(admin.get(path).text("/id")).isEqualTo(made.text("/id"));
        Answer all = admin.get(RULES);
        assertThat(all.body().get("shared").booleanValue()).isFalse();
        assertThat(all.text("/store")).isEqualTo("this instance alone, until it ends");
        assertThat(all.body().get("rules").size()).isEqualTo(1);

        Answer off = admin.post(path + "/disable", "");
        assertThat(off.text("/state")).isEqualTo("disabled");
        assertThat(off.body().get("version").longValue()).isEqualTo(2);
        assertThat(admin.post(path + "/enable", "").text("/state")).isEqualTo("in_force");

        Answer extended = admin.post(path + "/extend", "{\"duration_secs\":60}");
        assertThat(Duration.between(
                        Instant.parse(made.text("/expires_at")), Instant.parse(extended.text("/expires_at"))))
                .isEqualTo(Duration.ofMinutes(1));

        Answer replaced = admin.send("PUT", path, """
                {"match":{"span":[{"key":"http.route","op":"starts_with","value":"/cart"}]},"action":"force_drop",
                 "max_matches":5,"created_by":"somebody else"}
                """);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/action")).isEqualTo("force_drop");
        assertThat(replaced.text("/created_at")).isEqualTo(made.text("/created_at"));
        assertThat(replaced.text("/created_by")).isEmpty();
        assertThat(replaced.body().get("version").longValue()).isEqualTo(5);
        assertThat(replaced.body().get("max_matches").longValue()).isEqualTo(5);
        assertThat(replaced.body().get("match").get("resource").isEmpty()).isTrue();

        assertThat(admin.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.send("DELETE", path, "").status()).isEqualTo(404);
        assertThat(admin.post(path + "/enable", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"action":"force_keep"}                                                            | /match                | is missing
            {"match":{},"action":"force_keep"}                                                 | /match                | has no matcher
            {"match":{"all":true},"action":"force_drop"}                                       | /match/all            | would drop every trace
            {"match":{"all":true,"span":[{"key":"a","op":"exists"}]},"action":"force_keep"}    | /match/all            | stands beside matchers
            {"match":{"all":true}}                                                             | /action               | is missing
            {"match":{"all":true},"action":"force_kep"}                                        | /action               | is not one of force_keep, force_drop
            {"match":{"all":true},"action":"force_keep","duration_secs":-1}                    | /duration_secs        | is out of range
            {"match":{"all":true},"action":"force_keep","duration_secs":0}                     | /duration_secs        | is out of range
            {"match":{"all":true},"action":"force_keep","duration_secs":2592001}               | /duration_secs        | is out of range
            {"match":{"all":true},"action":"force_keep","duration_secs":"300"}                 | /duration_secs        | wrong type
            {"match":{"all":true},"action":"force_keep","priority":1.5}                        | /priority             | is not a whole number
            {"match":{"all":true},"action":"force_keep","max_matches":0}                       | /max_matches          | is out of range
            {"match":{"all":true},"action":"force_keep","retroactive_from":"2999-01-01T00:00:00Z"} | /retroactive_from | lies in the future
            {"match":{"all":true},"action":"force_keep","ttl":5}                               | /ttl                  | is not known
            {"match":{"resource":[{"key":"a","op":"exists"}]},"action":"force_drop","retroactive_from":"2020-01-01T00:00:00Z"} | /retroactive_from | force_keep only
            {"match":{"span":[{"key":"a","op":"equals","value":"b"}]},"action":"force_keep"}   | /match/span/0/op      | is not one of eq, neq, contains, starts_with, ends_with, regex, in, exists, gt, gte, lt, lte
            {"match":{"span":[{"key":"a","value":"b"}]},"action":"force_keep"}                 | /match/span/0/op      | is missing
            {"match":{"span":[{"op":"eq","value":"b"}]},"action":"force_keep"}                 | /match/span/0/key     | is missing
            {"match":{"span":[null]},"action":"force_keep"}                                    | /match/span/0         | is null
            {"match":{"span":[{"key":"a","op":"exists"},{"key":"a","op":"eq"}]},"action":"force_keep"} | /match/span/1/value | is missing
            {"match":{"resource":[{"key":"a","op":"regex","value":"("}]},"action":"force_keep"} | /match/resource/0/value | missing closing )
            {"match":{"span":[{"key":"a","op":"gt","value":"5"}]},"action":"force_keep"}       | /match/span/0/value   | does not fit its op
            {"match":{"span":[{"key":"a","op":"in","value":"b"}]},"action":"force_keep"}       | /match/span/0/value   | does not fit its op
            {"match":{"span":[{"key":"a","op":"in","value":[]}]},"action":"force_keep"}        | /match/span/0/value   | does not fit its op
            {"match":{"span":[{"key":"a","op":"contains","value":""}]},"action":"force_keep"}  | /match/span/0/value   | does not fit its op
            {"match":{"span":[{"key":"a","op":"eq","value":{"b":1}}]},"action":"force_keep"}   | /match/span/0/value   | does not fit its op
            {"match":{"span":[{"key":"a","op":"in","value":["b",99999999999999999999]}]},"action":"force_keep"} | /match/span/0/value/1 | is too large
            {"match":{"span":[{"key":"a","op":"eq","value":"b","scope":"span"}]},"action":"force_keep"} | /match/span/0/scope | is not known
            """)
    void ruleThatMakesNoSense_isRefusedByTheFieldAtFault(String body, String pointer, String message) {
        Answer refused = admin.post(RULES, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.contentType()).hasValue("application/problem+json");
        assertThat(refused.text("/errors/0/field")).isEqualTo(pointer);
        assertThat(refused.text("/errors/0/message")).contains(message);
        assertThat(admin.get(RULES).body().get("rules").isEmpty()).isTrue();
    }

    @Test
    void extensionPastTheLongestTime_isRefused() {
        String path = RULES + "/" + admin.post(RULES, DEMO).text("/id");
        Answer refused = admin.post(path + "/extend", "{\"duration_secs\":2592000}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("/duration_secs");
    }

    @Test
    void otherPagesAndForms_areKeptOut() {
        assertThat(admin.send("POST", RULES, DEMO, "Origin", "https://example.org")
                        .status())
                .isEqualTo(403);
        assertThat(admin.send("POST", RULES, DEMO, "Content-Type", "text/plain").status())
                .isEqualTo(415);
        assertThat(admin.send("POST", RULES + "/x/enable", "", "Origin", "null").status())
                .isEqualTo(403);
        assertThat(admin.get(RULES).body().get("rules").isEmpty()).isTrue();
    }

    @Test
    void preview_countsRecentTracesThatWouldMatch() {
        for (int trace = 1; trace <= 7; trace++) {
            TraceId id = new TraceId(7, trace);
            harness.send(id, message(span(id, 1)));
            harness.send(id, trace <= 3 ? message(marked(id)) : message(span(id, 2)));
        }
        harness.flush();

        Answer found = admin.post(RULES + "/preview", """
                {"match":{"resource":[{"key":"service.name","op":"eq","value":"api-gateway"}],
                          "span":[{"key":"http.route","op":"eq","value":"/marked"}]}}
                """);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().get("traces").longValue()).isEqualTo(7);
        assertThat(found.body().get("matched").longValue()).isEqualTo(3);
        assertThat(found.body().get("spans").longValue()).isEqualTo(14);
        assertThat(found.body().get("complete").booleanValue()).isTrue();
        assertThat(found.body().get("examples").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        new TraceId(7, 1).toString(), new TraceId(7, 2).toString(), new TraceId(7, 3).toString());
        assertThat(admin.post(RULES + "/preview", "{\"match\":{}}").text("/errors/0/field"))
                .isEqualTo("/match");
    }

    @Test
    void openApiDocument_describesTheRules() {
        JsonNode api = admin.get("/v3/api-docs").body();
        assertThat(api.at("/paths/~1admin~1force-rules/post/operationId").asString())
                .isEqualTo("createForceRule");
        JsonNode request = api.at("/components/schemas/ForceRuleRequest");
        assertThat(request.get("properties").propertyNames())
                .contains("duration_secs", "max_matches", "retroactive_from", "created_by");
        assertThat(request.get("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("match", "action");
        assertThat(api.at("/components/schemas/ForceRuleMatcherRequest/properties/op/enum")
                        .valueStream())
                .hasSize(12);
        assertThat(api.at("/components/schemas/ForceRuleAnswer/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("state", "remaining_secs", "matches");
    }

    private static io.opentelemetry.proto.trace.v1.Span marked(TraceId id) {
        var span = span(id, 2).toBuilder();
        span.getAttributesBuilder(0).getValueBuilder().setStringValue("/marked");
        return span.build();
    }
}
