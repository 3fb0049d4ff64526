package io.hotspan.telemetry.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.NumberText;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanPredicatesTest {

    private static final Span SPAN = Span.newBuilder()
            .setTraceId(ByteString.fromHex("000102030405060708090a0b0c0d0e0f"))
            .setSpanId(ByteString.fromHex("00000000000000ff"))
            .setName("GET /cart")
            .setKind(Span.SpanKind.SPAN_KIND_SERVER)
            .setStatus(Status.newBuilder()
                    .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                    .setMessage("no stock"))
            .setStartTimeUnixNano(1_000)
            .setEndTimeUnixNano(2_000_001_000)
            .addAttributes(attribute("text", text("5")))
            .addAttributes(attribute("empty", AnyValue.getDefaultInstance()))
            .addAttributes(attribute("long", number(9_007_199_254_740_993L)))
            .addAttributes(attribute("real", real(0.5)))
            .addAttributes(attribute("whole", real(5.0)))
            .addAttributes(attribute("yes", flag(true)))
            .addAttributes(attribute(
                    "list",
                    AnyValue.newBuilder()
                            .setArrayValue(ArrayValue.newBuilder().addValues(text("a")))
                            .build()))
            .addAttributes(attribute("both", text("span")))
            .build();

    private static final Resource RESOURCE = Resource.newBuilder()
            .addAttributes(attribute("service.name", text("cart")))
            .addAttributes(attribute("both", text("resource")))
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{} ; true",
                "{ name = \"GET /cart\" } ; true",
                "{ name =~ \"GET\" } ; false",
                "{ name =~ \"GET .*\" && name !~ \"POST.*\" } ; true",
                "{ kind = server && status = error } ; true",
                "{ kind = client || status = ok } ; false",
                "{ statusMessage =~ \".*stock\" } ; true",
                "{ duration = 2s } ; true",
                "{ duration > 2s } ; false",
                "{ trace:id = \"000102030405060708090a0b0c0d0e0f\" } ; true",
                "{ span:id = \"00000000000000ff\" } ; true",
                "{ span:parentID = nil } ; true",
                "{ span:parentID != \"a\" } ; false",
                "{ resource.service.name = \"cart\" } ; true",
                "{ span.service.name = \"cart\" } ; false",
                "{ .service.name = \"cart\" } ; true",
                "{ .both = \"span\" } ; true",
                "{ .both = \"resource\" } ; false",
                "{ resource.both = \"resource\" } ; true",
                "{ span.absent != \"x\" } ; false",
                "{ !(span.absent = \"x\") } ; true",
                "{ span.absent = nil } ; true",
                "{ span.empty != nil && span.empty = \"\" } ; true",
                "{ span.text = 5 && span.text < 5.5 } ; true",
                "{ span.text != \"5\" } ; false",
                "{ span.long = 9007199254740993 } ; true",
                "{ span.long = 9007199254740992 } ; false",
                "{ span.long = \"9007199254740993\" } ; true",
                "{ span.real >= 0.5 && span.real <= 0.5 } ; true",
                "{ span.real = \"0.5\" && span.whole = \"5\" } ; true",
                "{ span.whole = 5 } ; true",
                "{ span.yes } ; true",
                "{ span.yes != true } ; false",
                "{ span.yes = \"true\" } ; true",
                "{ span.text = true || span.text != true } ; false",
                "{ span.list != nil } ; true",
                "{ span.list = \"a\" } ; false"
            })
    void filter_meansWhatItSays(String filter, boolean matches) throws Exception {
        assertThat(test(SpanFilterParser.parse(filter), SPAN)).isEqualTo(matches);
    }

    @Test
    void attributeTheScannerDoesNotLookUp_isRefused() throws Exception {
        SpanFilter filter = SpanFilterParser.parse("{ span.x = 1 }");

        assertThatIllegalArgumentException().isThrownBy(() -> SpanPredicates.compile(filter, AttributeKeys.NONE));
    }

    /** A store holds numbers and booleans as text; whatever is asked of them must not depend on it. */
    @Property(tries = 2_000)
    void typedValue_comparesAsTheTextAStoreHoldsOfIt(
            @ForAll("values") AnyValue value, @ForAll("comparisons") SpanFilter filter) throws Exception {
        String stored = switch (value.getValueCase()) {
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> NumberText.of(value.getDoubleValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            default -> "";
        };

        assertThat(test(filter, spanWith(value)))
                .as("%s of %s", filter, stored)
                .isEqualTo(test(filter, spanWith(text(stored))));
    }

    @Provide
    Arbitrary<AnyValue> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(-1L, 0L, 5L, Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L)
                        .map(SpanPredicatesTest::number),
                Arbitraries.longs().map(SpanPredicatesTest::number),
                Arbitraries.of(-0.0, 0.0, 5.0, 0.1, 1e21, 0x1p63, 1.2345678901234568e18)
                        .map(SpanPredicatesTest::real),
                Arbitraries.doubles().map(SpanPredicatesTest::real),
                Arbitraries.of(true, false).map(SpanPredicatesTest::flag),
                Arbitraries.just(AnyValue.getDefaultInstance()));
    }

    @Provide
    Arbitrary<SpanFilter> comparisons() {
        Attribute field = new Attribute(Attribute.Scope.SPAN, "x");
        Arbitrary<Operator> order =
                Arbitraries.of(Operator.EQ, Operator.NEQ, Operator.GT, Operator.GTE, Operator.LT, Operator.LTE);
        Arbitrary<Literal> numbers = Arbitraries.oneOf(
                Arbitraries.of(-1L, 0L, 5L, Long.MAX_VALUE, 9_007_199_254_740_992L, 1_234_567_890_123_456_768L)
                        .map(Literal.Whole::new),
                Arbitraries.of(0.1, 5.0, -2.5, 0x1p63).map(Literal.Decimal::new));
        Arbitrary<SpanFilter> ofNumbers = Combinators.combine(order, numbers)
                .as((operator, number) -> new SpanFilter.Comparison(field, operator, number));
        Arbitrary<SpanFilter> ofText = Combinators.combine(
                        Arbitraries.of(Operator.EQ, Operator.NEQ, Operator.MATCHES, Operator.NOT_MATCHES),
                        Arbitraries.of("", "5", "0", "-0", "true", "[0-9]+", ".*e.*"))
                .as((operator, text) -> new SpanFilter.Comparison(field, operator, new Literal.Text(text)));
        Arbitrary<SpanFilter> ofFlags = Combinators.combine(
                        Arbitraries.of(Operator.EQ, Operator.NEQ), Arbitraries.of(true, false))
                .as((operator, flag) -> new SpanFilter.Comparison(field, operator, new Literal.Bool(flag)));
        return Arbitraries.oneOf(ofNumbers, ofText, ofFlags);
    }

    @Test
    void repeatedRegexAnswers_areKeptApart() throws Exception {
        SpanFilter filter = SpanFilterParser.parse("{ span.x =~ \"[0-9]*[02468]\" }");
        AttributeKeys keys = SpanPredicates.keys(List.of(filter));
        SpanPredicate predicate = SpanPredicates.compile(filter, keys);
        SpanScanner scanner = new SpanScanner(keys);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 2_000; i++) {
                boolean even = i % 2 == 0;
                scanner.scan(
                        message(spanWith(text(Integer.toString(i)))),
                        span -> assertThat(predicate.test(span)).isEqualTo(even));
            }
        }
    }

    private static boolean test(SpanFilter filter, Span span) throws MalformedOtlpException {
        AttributeKeys keys = SpanPredicates.keys(List.of(filter));
        SpanPredicate predicate = SpanPredicates.compile(filter, keys);
        List<Boolean> answers = new ArrayList<>();
        new SpanScanner(keys).scan(message(span), view -> answers.add(predicate.test(view)));
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private static byte[] message(Span span) {
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(RESOURCE)
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray();
    }

    private static Span spanWith(AnyValue value) {
        return Span.newBuilder().addAttributes(attribute("x", value)).build();
    }

    private static KeyValue attribute(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static AnyValue text(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }

    private static AnyValue number(long number) {
        return AnyValue.newBuilder().setIntValue(number).build();
    }

    private static AnyValue real(double number) {
        return AnyValue.newBuilder().setDoubleValue(number).build();
    }

    private static AnyValue flag(boolean flag) {
        return AnyValue.newBuilder().setBoolValue(flag).build();
    }
}
