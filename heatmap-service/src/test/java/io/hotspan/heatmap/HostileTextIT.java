package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that means something to SQL, to the driver or to a template is only ever a value. */
class HostileTextIT {
    private static final String FROM = "2026-03-01T14:00:00Z";
    private static final String TO = "2026-03-01T15:00:00Z";
    private static final long NANOS = 1_772_373_600_000_000_000L;

    private static RunningService service;
    private static SpanTable table;

    static List<String> texts() {
        return List.of(
                "' OR 1=1 --",
                "'; DROP TABLE otel_traces; --",
                "\\' OR 1=1 --",
                "\\",
                "\"",
                "`",
                "{}",
                "{p0:String}",
                "?",
                "? ?",
                "%s %1$s %",
                "${jndi:ldap://x}",
                "{d '2026-01-01'}",
                "/* */",
                "a\tb",
                "ü 漢字 😀",
                "]['x",
                "<script>alert(1)</script>");
    }

    @BeforeAll
    static void start() {
        table = SpanTable.migrated();
        List<TestSpan> spans = new ArrayList<>();
        for (String text : texts()) {
            spans.add(TestSpan.root("%032x".formatted(spans.size() + 1), NANOS)
                    .with("text", text)
                    .with(text, "key"));
        }
        table.insert(spans);
        service = RunningService.over(table);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asAValue_findsItsSpanAlone(String text) {
        String filter = "{ span.text = " + quoted(text) + " }";
        Answer spans = service.post("/api/v1/spans", Map.of("from", FROM, "to", TO, "filter", filter));

        assertThat(spans.status()).as(spans.body().toString()).isEqualTo(200);
        assertThat(spans.number("/total")).isEqualTo(1);
        assertThat(spans.text("/spans/0/attributes/text")).isEqualTo(text);
        Answer heatmap = service.post("/api/v1/heatmap", Map.of("from", FROM, "to", TO, "filter", filter));
        assertThat(heatmap.number("/totals/stored")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asAKey_findsItsSpanAlone(String text) {
        String filter = "{ span." + quotedKey(text) + " = \"key\" }";
        Answer heatmap = service.post("/api/v1/heatmap", Map.of("from", FROM, "to", TO, "filter", filter));

        assertThat(heatmap.status()).as(heatmap.body().toString()).isEqualTo(200);
        assertThat(heatmap.number("/totals/stored")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asAPrefix_findsItsValueAlone(String text) {
        Answer values = service.get(
                "/api/v1/fields/values", Map.of("field", "span.text", "from", FROM, "to", TO, "prefix", text));

        assertThat(values.status()).as(values.body().toString()).isEqualTo(200);
        assertThat(values.body().at("/values").findValuesAsString("value"))
                .contains(text)
                .allMatch(value -> value.startsWith(text));
    }

    @Test
    void fieldName_canBeAskedBackAsItIsListed() {
        Answer fields = service.get("/api/v1/fields", Map.of("from", FROM, "to", TO));

        assertThat(fields.body().at("/fields").findValuesAsString("name"))
                .hasSizeGreaterThan(texts().size())
                .allSatisfy(name -> {
                    Answer values = service.get("/api/v1/fields/values", Map.of("field", name, "from", FROM, "to", TO));
                    assertThat(values.status()).isEqualTo(200);
                    assertThat(values.number("/spansRead")).isEqualTo(spansWith(name));
                });
        assertThat(table.execute("SELECT count() FROM otel_traces")).isEqualTo(Integer.toString(texts().size()));
    }

    private static String quoted(String text) {
        return quotedKey(text).replace("\t", "\\t");
    }

    /** Every text is the key of one span; all else is common to all. */
    private static long spansWith(String field) {
        boolean ofOne = field.startsWith("span.") && !field.equals("span.text");
        boolean ofNone = field.equals("duration") || field.equals("statusMessage");
        return ofNone ? 0 : ofOne ? 1 : texts().size();
    }

    private static String quotedKey(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
