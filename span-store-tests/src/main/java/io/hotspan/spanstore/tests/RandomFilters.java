package io.hotspan.spanstore.tests;

import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Field;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import io.hotspan.telemetry.filter.SpanFilter;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Filters as the parser makes them, over the vocabulary. */
final class RandomFilters {
    private static final int DEPTH = 3;

    private RandomFilters() {}

    static Arbitrary<SpanFilter> filters() {
        return filters(DEPTH);
    }

    private static Arbitrary<SpanFilter> filters(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<List<SpanFilter>> terms =
                filters(depth - 1).list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                leaves(),
                terms.map(SpanFilter.And::new),
                terms.map(SpanFilter.Or::new),
                filters(depth - 1).map(SpanFilter.Not::new));
    }

    private static Arbitrary<SpanFilter> leaves() {
        Arbitrary<SpanFilter> ofAttributes = attributes().flatMap(RandomFilters::onAttribute);
        Arbitrary<SpanFilter> ofIntrinsics = Arbitraries.of(Intrinsic.class).flatMap(RandomFilters::onIntrinsic);
        Arbitrary<SpanFilter> presence = Combinators.combine(
                        Arbitraries.oneOf(attributes(), Arbitraries.of(Intrinsic.class)), Arbitraries.of(true, false))
                .as(SpanFilter.Presence::new);
        return Arbitraries.oneOf(ofAttributes, ofAttributes, ofIntrinsics, presence);
    }

    private static Arbitrary<Attribute> attributes() {
        return Combinators.combine(Arbitraries.of(Attribute.Scope.class), Arbitraries.of(Vocabulary.KEYS))
                .as(Attribute::new);
    }

    private static Arbitrary<SpanFilter> onAttribute(Attribute attribute) {
        Arbitrary<SpanFilter> numbers = Combinators.combine(order(), numbers())
                .as((operator, number) -> new SpanFilter.Comparison(attribute, operator, number));
        Arbitrary<SpanFilter> flags = Combinators.combine(equality(), Arbitraries.of(true, false))
                .as((operator, flag) -> new SpanFilter.Comparison(attribute, operator, new Literal.Bool(flag)));
        return Arbitraries.oneOf(texts(attribute), numbers, flags);
    }

    private static Arbitrary<SpanFilter> onIntrinsic(Intrinsic intrinsic) {
        return switch (intrinsic) {
            case STATUS ->
                literal(intrinsic, equality(), Arbitraries.of(SpanStatus.class).map(Literal.Status::new));
            case KIND ->
                literal(intrinsic, equality(), Arbitraries.of(SpanKind.class).map(Literal.Kind::new));
            case DURATION ->
                literal(
                        intrinsic,
                        order(),
                        Arbitraries.of(-1L, 0L, 1L, 2L, 1_000_000L, 1_000_000_000L, Long.MAX_VALUE)
                                .map(Literal.Nanos::new));
            case SPAN_ID, PARENT_ID ->
                literal(
                        intrinsic,
                        equality(),
                        Arbitraries.of("0000000000000000", "0000000000000002", "")
                                .map(Literal.Text::new));
            case TRACE_ID -> literal(intrinsic, equality(), Arbitraries.just(new Literal.Text("%032x".formatted(7))));
            default -> texts(intrinsic);
        };
    }

    private static Arbitrary<SpanFilter> texts(Field field) {
        Arbitrary<SpanFilter> plain =
                literal(field, equality(), Arbitraries.of(Vocabulary.VALUES).map(Literal.Text::new));
        Arbitrary<SpanFilter> patterns = literal(
                field,
                Arbitraries.of(Operator.MATCHES, Operator.NOT_MATCHES),
                Arbitraries.of(Vocabulary.PATTERNS).map(Literal.Text::new));
        return Arbitraries.oneOf(plain, patterns);
    }

    private static Arbitrary<SpanFilter> literal(
            Field field, Arbitrary<Operator> operators, Arbitrary<? extends Literal> literals) {
        return Combinators.combine(operators, literals)
                .as((operator, literal) -> new SpanFilter.Comparison(field, operator, literal));
    }

    private static Arbitrary<Literal> numbers() {
        return Arbitraries.of(Stream.<Literal>of(
                        new Literal.Whole(5),
                        new Literal.Whole(-3),
                        new Literal.Whole(7),
                        new Literal.Whole(0),
                        new Literal.Whole(9_007_199_254_740_992L),
                        new Literal.Whole(9_007_199_254_740_993L),
                        new Literal.Whole(Long.MAX_VALUE),
                        new Literal.Decimal(0.1),
                        new Literal.Decimal(5.0),
                        new Literal.Decimal(1000.0),
                        new Literal.Decimal(-2.5))
                .toList());
    }

    private static Arbitrary<Operator> equality() {
        return Arbitraries.of(Operator.EQ, Operator.NEQ);
    }

    private static Arbitrary<Operator> order() {
        return Arbitraries.of(Operator.EQ, Operator.NEQ, Operator.GT, Operator.GTE, Operator.LT, Operator.LTE);
    }
}
