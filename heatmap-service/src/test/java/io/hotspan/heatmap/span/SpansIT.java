package io.hotspan.heatmap.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpansIT {
    private static final String FROM = "2026-03-01T14:00:00Z";
    private static final String TO = "2026-03-01T15:00:00Z";
    private static final long NANOS = 1_772_373_600_000_000_000L;
    private static final String SLOW = "a".repeat(32);
    private static final String FAILED = "b".repeat(32);
    private static final String NEWEST = "c".repeat(32);

    private static RunningService service;

    @BeforeAll
    static void start() {
        TestSpan slow =
                TestSpan.root(SLOW, NANOS).lasting(5_000_000_000L).weighing(4).with("tenant_id", "initech");
        SpanTable table = SpanTable.migrated();
        table.insert(List.of(
                slow,
                slow.child("00000000000000a2"),
                // Outside the range, and yet part of the trace.
                slow.child("00000000000000a3").starting(NANOS + 7_200_000_000_000L),
                TestSpan.root(FAILED, NANOS + 1_000).lasting(1_000_000).failed(),
                TestSpan.root(NEWEST, NANOS + 2_000).lasting(2_000_000)));
        service = RunningService.over(table);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void order_isAsAsked() {
        assertThat(traceIds(Map.of())).containsExactly(SLOW, NEWEST, FAILED);
        assertThat(traceIds(Map.of("sort", "newest"))).containsExactly(NEWEST, FAILED, SLOW);
        assertThat(traceIds(Map.of("sort", "errors"))).containsExactly(FAILED, SLOW, NEWEST);
    }

    @Test
    void span_hasItsAttributesAndTheSizeOfItsTrace() {
        Answer answer = ask(Map.of("limit", 1));

        assertThat(answer.number("/total")).isEqualTo(3);
        assertThat(answer.body().at("/capped").asBoolean()).isTrue();
        assertThat(answer.body().at("/spans").size()).isEqualTo(1);
        assertThat(answer.text("/spans/0/timestamp")).isEqualTo(FROM);
        assertThat(answer.number("/spans/0/durationNanos")).isEqualTo(5_000_000_000L);
        assertThat(answer.text("/spans/0/kind")).isEqualTo("server");
        assertThat(answer.text("/spans/0/status")).isEqualTo("unset");
        assertThat(answer.body().at("/spans/0/weight").asDouble()).isEqualTo(4);
        assertThat(answer.text("/spans/0/attributes/tenant_id")).isEqualTo("initech");
        assertThat(answer.text("/spans/0/resourceAttributes/service.name")).isEqualTo("api-gateway");
        assertThat(answer.number("/spans/0/traceSpanCount")).isEqualTo(3);
    }

    @Test
    void errorsOnlyBox_leavesOutTheOthers() {
        Map<String, Object> box =
                Map.of("from", FROM, "to", TO, "aboveNanos", -1, "upToNanos", Long.MAX_VALUE, "errorsOnly", true);

        assertThat(traceIds(Map.of("boxes", List.of(box)))).containsExactly(FAILED);
    }

    @Test
    void noMatch_isAnEmptyList() {
        Answer answer = ask(Map.of("filter", "{ name = \"nothing\" }"));

        assertThat(answer.body().toString()).isEqualTo("{\"spans\":[],\"total\":0,\"capped\":false}");
    }

    @Test
    void scopeAll_listsChildrenToo() {
        assertThat(ask(Map.of("scope", "all")).number("/total")).isEqualTo(4);
    }

    private static List<String> traceIds(Map<String, Object> more) {
        return ask(more).body().at("/spans").findValuesAsString("traceId");
    }

    private static Answer ask(Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("from", FROM);
        request.put("to", TO);
        Answer answer = service.post("/api/v1/spans", request);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }
}
