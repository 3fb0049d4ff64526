package io.hotspan.sampling.rule.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.sampling.rule.RuleMatch;
import io.hotspan.sampling.rule.RuleMatch.Matcher;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Attribute.Scope;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanPredicate;
import io.hotspan.telemetry.filter.SpanPredicates;
import io.hotspan.telemetry.filter.TextTest;
import io.hotspan.telemetry.otlp.AttributeKeys;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Matchers as predicates on spans, in the filter language's own terms where it has them. */
final class RulePredicates {

    private RulePredicates() {}

    /** The attributes that a scanner must look up for these matches. */
    static AttributeKeys keys(Collection<RuleMatch> matches) {
        return AttributeKeys.of(names(matches, RuleMatch::resource), names(matches, RuleMatch::span));
    }

    static SpanPredicate compile(RuleMatch match, AttributeKeys keys) {
        // The resource first: its answer is the same for most spans, and mostly no.
        SpanPredicate[] terms = Stream.concat(
                        match.resource().stream().map(matcher -> compile(Scope.RESOURCE, matcher, keys)),
                        match.span().stream().map(matcher -> compile(Scope.SPAN, matcher, keys)))
                .toArray(SpanPredicate[]::new);
        return span -> {
            for (SpanPredicate term : terms) {
                if (!term.test(span)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** A constant as the filter language has it. */
    static Literal literal(JsonNode value) {
        if (value.isString()) {
            return new Literal.Text(value.stringValue());
        }
        if (value.isBoolean()) {
            return new Literal.Bool(value.booleanValue());
        }
        return value.isIntegralNumber()
                ? new Literal.Whole(value.longValue())
                : new Literal.Decimal(value.doubleValue());
    }

    private static SpanPredicate compile(Scope scope, Matcher matcher, AttributeKeys keys) {
        Attribute attribute = new Attribute(scope, matcher.key());
        return switch (matcher.op()) {
            case CONTAINS -> SpanPredicates.compile(attribute, contains(text(matcher)), keys);
            case STARTS_WITH -> SpanPredicates.compile(attribute, startsWith(text(matcher)), keys);
            case ENDS_WITH -> SpanPredicates.compile(attribute, endsWith(text(matcher)), keys);
            case EQ -> SpanPredicates.compile(comparison(attribute, Operator.EQ, value(matcher)), keys);
            case NEQ -> SpanPredicates.compile(comparison(attribute, Operator.NEQ, value(matcher)), keys);
            case GT -> SpanPredicates.compile(comparison(attribute, Operator.GT, value(matcher)), keys);
            case GTE -> SpanPredicates.compile(comparison(attribute, Operator.GTE, value(matcher)), keys);
            case LT -> SpanPredicates.compile(comparison(attribute, Operator.LT, value(matcher)), keys);
            case LTE -> SpanPredicates.compile(comparison(attribute, Operator.LTE, value(matcher)), keys);
            case REGEX -> SpanPredicates.compile(comparison(attribute, Operator.MATCHES, value(matcher)), keys);
            case IN -> SpanPredicates.compile(oneOf(attribute, value(matcher)), keys);
            case EXISTS -> SpanPredicates.compile(new SpanFilter.Presence(attribute, isWanted(matcher)), keys);
        };
    }

    private static SpanFilter comparison(Attribute attribute, Operator operator, JsonNode value) {
        return new SpanFilter.Comparison(attribute, operator, literal(value));
    }

    private static SpanFilter oneOf(Attribute attribute, JsonNode values) {
        List<SpanFilter> terms = values.valueStream()
                .map(value -> comparison(attribute, Operator.EQ, value))
                .toList();
        return terms.size() == 1 ? terms.getFirst() : new SpanFilter.Or(terms);
    }

    private static boolean isWanted(Matcher matcher) {
        JsonNode value = matcher.value();
        return value == null || value.booleanValue();
    }

    private static TextTest contains(byte[] wanted) {
        return (bytes, offset, length) -> {
            for (int at = offset; at <= offset + length - wanted.length; at++) {
                if (standsAt(bytes, at, wanted)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static TextTest startsWith(byte[] wanted) {
        return (bytes, offset, length) -> length >= wanted.length && standsAt(bytes, offset, wanted);
    }

    private static TextTest endsWith(byte[] wanted) {
        return (bytes, offset, length) ->
                length >= wanted.length && standsAt(bytes, offset + length - wanted.length, wanted);
    }

    private static boolean standsAt(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] text(Matcher matcher) {
        return value(matcher).stringValue().getBytes(UTF_8);
    }

    private static JsonNode value(Matcher matcher) {
        return Objects.requireNonNull(matcher.value(), "only exists goes without a value");
    }

    private static List<String> names(Collection<RuleMatch> matches, Function<RuleMatch, List<Matcher>> side) {
        return matches.stream()
                .flatMap(match -> side.apply(match).stream())
                .map(Matcher::key)
                .distinct()
                .toList();
    }
}
