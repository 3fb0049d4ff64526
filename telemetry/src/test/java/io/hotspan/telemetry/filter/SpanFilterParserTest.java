package io.hotspan.telemetry.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;
import io.hotspan.telemetry.filter.Attribute.Scope;
import io.hotspan.telemetry.filter.Literal.Bool;
import io.hotspan.telemetry.filter.Literal.Decimal;
import io.hotspan.telemetry.filter.Literal.Kind;
import io.hotspan.telemetry.filter.Literal.Nanos;
import io.hotspan.telemetry.filter.Literal.Status;
import io.hotspan.telemetry.filter.Literal.Text;
import io.hotspan.telemetry.filter.Literal.Whole;
import io.hotspan.telemetry.filter.SpanFilter.All;
import io.hotspan.telemetry.filter.SpanFilter.And;
import io.hotspan.telemetry.filter.SpanFilter.Comparison;
import io.hotspan.telemetry.filter.SpanFilter.Not;
import io.hotspan.telemetry.filter.SpanFilter.Or;
import io.hotspan.telemetry.filter.SpanFilter.Presence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanFilterParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", "{ }"})
    void emptyFilter_matchesAll(String text) throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse(text)).isEqualTo(new All());
    }

    @Test
    void everyKindOfCondition_isUnderstood() throws SpanFilterSyntaxException {
        SpanFilter filter = SpanFilterParser.parse("{ resource.service.name = \"api-gateway\" "
                + "&& span.http.route =~ \"/api/.*\" && duration > 1s && status = error && kind != server }");

        assertThat(filter)
                .isEqualTo(new And(List.of(
                        text(Scope.RESOURCE, "service.name", Operator.EQ, "api-gateway"),
                        text(Scope.SPAN, "http.route", Operator.MATCHES, "/api/.*"),
                        new Comparison(Intrinsic.DURATION, Operator.GT, new Nanos(1_000_000_000)),
                        new Comparison(Intrinsic.STATUS, Operator.EQ, new Status(SpanStatus.ERROR)),
                        new Comparison(Intrinsic.KIND, Operator.NEQ, new Kind(SpanKind.SERVER)))));
    }

    @Test
    void conjunction_bindsTighterThanDisjunction() throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse("{ .a = 1 || .b = 2 && .c = 3 }"))
                .isEqualTo(new Or(List.of(whole("a", 1), new And(List.of(whole("b", 2), whole("c", 3))))));
        assertThat(SpanFilterParser.parse("{ (.a = 1 || .b = 2) && .c = 3 }"))
                .isEqualTo(new And(List.of(new Or(List.of(whole("a", 1), whole("b", 2))), whole("c", 3))));
    }

    @Test
    void negation_coversTheNextConditionOnly() throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse("{ !(.a = 1) && .b = 2 }"))
                .isEqualTo(new And(List.of(new Not(whole("a", 1)), whole("b", 2))));
        assertThat(SpanFilterParser.parse("{ !.a = 1 && .b = 2 }"))
                .isEqualTo(new And(List.of(new Not(whole("a", 1)), whole("b", 2))));
    }

    @Test
    void values_ofEachType() throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse("{ .a >= -7 }")).isEqualTo(number(Operator.GTE, new Whole(-7)));
        assertThat(SpanFilterParser.parse("{ .a < 2.5e3 }")).isEqualTo(number(Operator.LT, new Decimal(2500)));
        assertThat(SpanFilterParser.parse("{ .a = true }")).isEqualTo(number(Operator.EQ, new Bool(true)));
        assertThat(SpanFilterParser.parse("{ .a }")).isEqualTo(number(Operator.EQ, new Bool(true)));
        assertThat(SpanFilterParser.parse("{ .a = nil }"))
                .isEqualTo(new Presence(new Attribute(Scope.EITHER, "a"), false));
        assertThat(SpanFilterParser.parse("{ .a != nil }"))
                .isEqualTo(new Presence(new Attribute(Scope.EITHER, "a"), true));
    }

    @Test
    void constantOnTheLeft_mirrorsTheOperator() throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse("{ 5 < .a }")).isEqualTo(number(Operator.GT, new Whole(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "1ns, 1",
        "3us, 3000",
        "3µs, 3000",
        "250ms, 250000000",
        "1.5s, 1500000000",
        "2m, 120000000000",
        "1h30m, 5400000000000",
        "1d, 86400000000000",
        "-1s, -1000000000"
    })
    void durations_inEveryUnit(String text, long nanos) throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse("{ duration = " + text + " }"))
                .isEqualTo(new Comparison(Intrinsic.DURATION, Operator.EQ, new Nanos(nanos)));
    }

    @Test
    void strings_keepTheirCharacters() throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse("{ name = \"say \\\"hi\\\"\\t\\\\ 'x'; -- ) && {\" }"))
                .isEqualTo(new Comparison(Intrinsic.NAME, Operator.EQ, new Text("say \"hi\"\t\\ 'x'; -- ) && {")));
        assertThat(SpanFilterParser.parse("{ name =~ `\\d+\"` }"))
                .isEqualTo(new Comparison(Intrinsic.NAME, Operator.MATCHES, new Text("\\d+\"")));
        assertThat(SpanFilterParser.parse("{ name =~ \"\\d+\" }"))
                .isEqualTo(new Comparison(Intrinsic.NAME, Operator.MATCHES, new Text("\\d+")));
    }

    @Test
    void attributeNames_mayHoldWhatTempoAllows() throws SpanFilterSyntaxException {
        assertThat(SpanFilterParser.parse("{ span.my-key/v1@x=\"1\" }"))
                .isEqualTo(text(Scope.SPAN, "my-key/v1@x", Operator.EQ, "1"));
        assertThat(SpanFilterParser.parse("{ span.\"two words\".b = \"1\" }"))
                .isEqualTo(text(Scope.SPAN, "two words.b", Operator.EQ, "1"));
        assertThat(SpanFilterParser.parse("{ resource.\"a\\\"b\" = \"1\" }"))
                .isEqualTo(text(Scope.RESOURCE, "a\"b", Operator.EQ, "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "{ .a = }                 ^ 8  ^ incomplete",
                "{ .a == 1 }              ^ 7  ^ a single =",
                "{ .a = 1 and .b = 2 }    ^ 10 ^ &&",
                "{ .a = 1 or .b = 2 }     ^ 10 ^ ||",
                "{ .a = 'x' }             ^ 8  ^ double quotes",
                "{ .a = \"x }             ^ 8  ^ no closing quote",
                ".a = 1                   ^ 1  ^ braces",
                "{ .a = 1                 ^ 25 ^ too early",
                "{ .a = 1 } | count() > 2 ^ 12 ^ pipelines",
                "{ foo = 1 }              ^ 3  ^ unknown field foo",
                "{ event.x = 1 }          ^ 3  ^ cannot be searched",
                "{ rootName = \"x\" }     ^ 3  ^ whole trace",
                "{ duration > 5 }         ^ 14 ^ a duration such as",
                "{ status = \"error\" }   ^ 12 ^ error, ok or unset",
                "{ kind = 2 }             ^ 10 ^ server, client",
                "{ .a = error }           ^ 8  ^ \"error\"",
                "{ .a > 1s }              ^ 8  ^ plain numbers",
                "{ .a > \"x\" }           ^ 6  ^ numbers and durations only",
                "{ status > ok }          ^ 10 ^ numbers and durations only",
                "{ .a =~ 5 }              ^ 9  ^ regular expression in quotes",
                "{ .a =~ \"(\" }          ^ 9  ^ not a regular expression",
                "{ .a = .b }              ^ 8  ^ with a constant",
                "{ 1 = 1 }                ^ 3  ^ must be a field",
                "{ name }                 ^ 3  ^ compare name",
                "{ .a > nil }             ^ 6  ^ nil is compared",
                "{ .a = 99999999999999999999 } ^ 8 ^ 64 bits",
                "{ duration > 999999999d } ^ 14 ^ 106751 days",
            })
    void faults_areNamedWithTheirColumn(String text, int column, String message) {
        SpanFilterSyntaxException fault =
                catchThrowableOfType(SpanFilterSyntaxException.class, () -> SpanFilterParser.parse(text));

        assertThat(fault).hasMessageContaining(message);
        assertThat(fault.column()).isEqualTo(Math.min(column, text.length() + 1));
    }

    @Test
    void hugeOrDeepFilters_areRefused() {
        for (String text : List.of(
                "{ " + "(".repeat(5_000) + ".a = 1" + ")".repeat(4_900) + " }",
                "{ " + "!".repeat(9_000) + ".a }",
                "{ .a = \"" + "x".repeat(20_000) + "\" }")) {
            assertThat(catchThrowableOfType(SpanFilterSyntaxException.class, () -> SpanFilterParser.parse(text)))
                    .isNotNull();
        }
    }

    @Test
    void longRowOfConditions_isUnderstood() throws SpanFilterSyntaxException {
        SpanFilter filter = SpanFilterParser.parse("{" + ".a=1&&".repeat(1_600) + ".a=1}");

        assertThat(((And) filter).terms()).hasSize(1_601);
    }

    private static Comparison text(Scope scope, String key, Operator operator, String value) {
        return new Comparison(new Attribute(scope, key), operator, new Text(value));
    }

    private static Comparison whole(String key, long value) {
        return new Comparison(new Attribute(Scope.EITHER, key), Operator.EQ, new Whole(value));
    }

    private static Comparison number(Operator operator, Literal literal) {
        return new Comparison(new Attribute(Scope.EITHER, "a"), operator, literal);
    }
}
