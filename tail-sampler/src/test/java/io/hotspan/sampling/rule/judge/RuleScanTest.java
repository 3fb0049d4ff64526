package io.hotspan.sampling.rule.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.policy.TraceRecords;
import io.hotspan.sampling.rule.MatchOp;
import io.hotspan.sampling.rule.RuleMatch;
import io.hotspan.sampling.rule.RuleMatch.Matcher;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RuleScanTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode A = JSON.readTree("\"a\"");

    /** What each op says of an attribute, which is JSON too; {@code -}: the span does not have it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eq          | "cart"          | "cart"     | true
            eq          | "cart"          | "Cart"     | false
            eq          | "cart"          | -          | false
            eq          | ""              | ""         | true
            eq          | ""              | -          | false
            eq          | 5               | 5          | true
            eq          | 5               | "5"        | true
            eq          | 5               | 5.0        | true
            eq          | 5               | "05"       | true
            eq          | "5"             | 5          | true
            eq          | "05"            | 5          | false
            eq          | 0.5             | 0.5        | true
            eq          | true            | true       | true
            eq          | true            | "true"     | true
            eq          | true            | false      | false
            eq          | 9007199254740993 | 9007199254740992 | false
            eq          | "x"             | ["x"]      | false
            neq         | "cart"          | "Cart"     | true
            neq         | "cart"          | "cart"     | false
            neq         | "cart"          | -          | false
            neq         | 5               | 6          | true
            neq         | 5               | "5"        | false
            neq         | 5               | "five"     | false
            neq         | "5"             | "five"     | true
            contains    | "art"           | "cartoon"  | true
            contains    | "art"           | "art"      | true
            contains    | "art"           | "ar"       | false
            contains    | "art"           | "aart"     | true
            contains    | "ü"             | "für"      | true
            contains    | "art"           | -          | false
            contains    | "23"            | 1234       | true
            starts_with | "ca"            | "cart"     | true
            starts_with | "ca"            | "c"        | false
            starts_with | "ca"            | "aca"      | false
            starts_with | "ca"            | -          | false
            ends_with   | "rt"            | "cart"     | true
            ends_with   | "rt"            | "t"        | false
            ends_with   | "rt"            | "carts"    | false
            ends_with   | "rt"            | -          | false
            regex       | "c.*t"          | "cart"     | true
            regex       | "c.*t"          | "carts"    | false
            regex       | "[0-9]+"        | 123        | true
            regex       | ".*"            | -          | false
            in          | ["a", "b"]      | "b"        | true
            in          | ["a", "b"]      | "c"        | false
            in          | ["a", 5, true]  | "5"        | true
            in          | ["a", 5, true]  | true       | true
            in          | ["a"]           | "a"        | true
            in          | ["a"]           | -          | false
            exists      | -               | "a"        | true
            exists      | -               | ""         | true
            exists      | -               | ["a"]      | true
            exists      | -               | -          | false
            exists      | true            | "a"        | true
            exists      | false           | -          | true
            exists      | false           | "a"        | false
            gt          | 5               | 6          | true
            gt          | 5               | 5          | false
            gt          | 5               | "5.5"      | true
            gt          | 5               | "six"      | false
            gt          | 5               | -          | false
            gte         | 5               | 5          | true
            gte         | 5               | 4.99       | false
            gte         | 500             | "502"      | true
            lt          | 5               | 4.99       | true
            lt          | 5               | 5          | false
            lt          | 5               | -          | false
            lt          | 10              | "9"        | true
            lte         | 5               | 5          | true
            lte         | 0.5             | 0.51       | false
            lte         | -1              | -2         | true
            """)
    void op_meansWhatTheTableSays(String op, String value, String attribute, boolean matches) {
        Matcher matcher = new Matcher(
                "k", MatchOp.valueOf(op.toUpperCase(Locale.ROOT)), value.equals("-") ? null : JSON.readTree(value));
        Map<String, String> attributes = attribute.equals("-") ? Map.of("other", "1") : Map.of("k", attribute);

        byte[] onSpan = message(resource(Map.of("k", "\"unlike\"", "r", "1"), span(attributes)));
        assertThat(find(new RuleMatch(List.of(), List.of(matcher), false), onSpan))
                .isEqualTo(matches);

        byte[] onResource = message(resource(attributes, span(Map.of("k", "\"unlike\""))));
        assertThat(find(new RuleMatch(List.of(matcher), List.of(), false), onResource))
                .isEqualTo(matches);
    }

    @Test
    void spanMatchers_mustAllHoldOfOneSpan() {
        RuleMatch both = new RuleMatch(List.of(), List.of(is("a"), is("b")), false);
        assertThat(find(both, message(resource(Map.of(), span(Map.of("a", "\"a\"")), span(Map.of("b", "\"a\""))))))
                .isFalse();
        assertThat(find(both, message(resource(Map.of(), span(Map.of("a", "\"a\"", "b", "\"a\""))))))
                .isTrue();
    }

    @Test
    void resourceMatchers_areOfTheSpansOwnResource() {
        RuleMatch match = new RuleMatch(List.of(is("r")), List.of(is("s")), false);
        ResourceSpans wanted = resource(Map.of("r", "\"a\""), span(Map.of("s", "\"a\"")));
        ResourceSpans other = resource(Map.of("r", "\"b\""), span(Map.of("s", "\"a\"")));
        ResourceSpans idle = resource(Map.of("r", "\"a\""), span(Map.of("s", "\"b\"")));
        assertThat(find(match, message(other, idle))).isFalse();
        assertThat(find(match, message(other, wanted))).isTrue();
    }

    @Test
    void spanInALaterRecord_isFound() {
        byte[] first = message(resource(Map.of(), span(Map.of())));
        byte[] second = message(resource(Map.of(), span(Map.of("a", "\"a\""))));
        assertThat(find(new RuleMatch(List.of(), List.of(is("a")), false), first, second))
                .isTrue();
    }

    @Test
    void all_matchesEveryTrace() {
        assertThat(find(new RuleMatch(List.of(), List.of(), true), message(resource(Map.of(), span(Map.of())))))
                .isTrue();
    }

    @Test
    void firstOfSeveral_isFoundWhicheverSpanComesFirst() {
        RuleScan scan = new RuleScan(List.of(onSpan("a"), onSpan("b"), onSpan("c")));
        byte[] trace = message(
                resource(Map.of(), span(Map.of("c", "\"a\"")), span(Map.of("b", "\"a\"")), span(Map.of("a", "\"a\""))));
        assertThat(scan.find(records(trace), _ -> true)).isZero();
        assertThat(scan.find(records(trace), number -> number > 0)).isEqualTo(1);
        assertThat(scan.find(records(trace), number -> number > 1)).isEqualTo(2);
    }

    @Test
    void noMatchAsked_readsNothing() {
        RuleScan scan = new RuleScan(List.of(onSpan("a")));
        TraceRecords untouched = _ -> {
            throw new AssertionError("read");
        };
        assertThat(scan.find(untouched, _ -> false)).isEqualTo(-1);
    }

    private static RuleMatch onSpan(String key) {
        return new RuleMatch(List.of(), List.of(is(key)), false);
    }

    private static Matcher is(String key) {
        return new Matcher(key, MatchOp.EQ, A);
    }

    private static boolean find(RuleMatch match, byte[]... records) {
        return new RuleScan(List.of(match)).find(records(records), _ -> true) == 0;
    }

    private static TraceRecords records(byte[]... records) {
        return visitor -> {
            for (byte[] record : records) {
                visitor.record(record, 0, record.length);
            }
        };
    }

    private static byte[] message(ResourceSpans... resources) {
        return TracesData.newBuilder()
                .addAllResourceSpans(List.of(resources))
                .build()
                .toByteArray();
    }

    private static ResourceSpans resource(Map<String, String> attributes, Span... spans) {
        Resource.Builder resource = Resource.newBuilder();
        attributes.forEach((key, value) -> resource.addAttributes(attribute(key, value)));
        return ResourceSpans.newBuilder()
                .setResource(resource)
                .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans)))
                .build();
    }

    private static Span span(Map<String, String> attributes) {
        Span.Builder span = Span.newBuilder().setName("GET");
        attributes.forEach((key, value) -> span.addAttributes(attribute(key, value)));
        return span.build();
    }

    private static KeyValue attribute(String key, String json) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(any(JSON.readTree(json)))
                .build();
    }

    private static AnyValue any(JsonNode value) {
        AnyValue.Builder any = AnyValue.newBuilder();
        if (value.isArray()) {
            ArrayValue.Builder array = ArrayValue.newBuilder();
            value.forEach(element -> array.addValues(any(element)));
            return any.setArrayValue(array).build();
        }
        if (value.isString()) {
            return any.setStringValue(value.stringValue()).build();
        }
        if (value.isBoolean()) {
            return any.setBoolValue(value.booleanValue()).build();
        }
        return value.isIntegralNumber()
                ? any.setIntValue(value.longValue()).build()
                : any.setDoubleValue(value.doubleValue()).build();
    }
}
