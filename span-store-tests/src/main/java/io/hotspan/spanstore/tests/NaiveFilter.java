package io.hotspan.spanstore.tests;

import com.google.re2j.Pattern;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import io.hotspan.telemetry.filter.SpanFilter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The filter language said again in Java, as plainly as possible, to compare a store's answers with. */
public final class NaiveFilter {
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private NaiveFilter() {}

    /** Whether {@code span} matches. */
    public static boolean matches(SpanFilter filter, TestSpan span) {
        return switch (filter) {
            case SpanFilter.All _ -> true;
            case SpanFilter.And(var terms) -> terms.stream().allMatch(term -> matches(term, span));
            case SpanFilter.Or(var terms) -> terms.stream().anyMatch(term -> matches(term, span));
            case SpanFilter.Not(var term) -> !matches(term, span);
            case SpanFilter.Presence(Attribute attribute, boolean present) ->
                value(attribute, span).isPresent() == present;
            case SpanFilter.Presence(Intrinsic intrinsic, boolean present) ->
                (intrinsic != Intrinsic.PARENT_ID || !span.parentId().isEmpty()) == present;
            case SpanFilter.Comparison(Attribute attribute, var operator, var literal) ->
                value(attribute, span)
                        .map(value -> compare(value, operator, literal))
                        .orElse(false);
            case SpanFilter.Comparison(Intrinsic intrinsic, var operator, var literal) ->
                compare(intrinsic, span, operator, literal);
        };
    }

    private static Optional<String> value(Attribute attribute, TestSpan span) {
        Optional<String> own = Optional.ofNullable(span.attributes().get(attribute.key()));
        Optional<String> resource = Optional.ofNullable(span.resource().get(attribute.key()));
        return switch (attribute.scope()) {
            case SPAN -> own;
            case RESOURCE -> resource;
            case EITHER -> own.or(() -> resource);
        };
    }

    private static boolean compare(Intrinsic intrinsic, TestSpan span, Operator operator, Literal literal) {
        return switch (intrinsic) {
            case NAME -> compareText(span.name(), operator, literal);
            case STATUS_MESSAGE -> compareText(span.statusMessage(), operator, literal);
            case TRACE_ID -> compareText(span.traceId(), operator, literal);
            case SPAN_ID -> compareText(span.spanId(), operator, literal);
            case SCOPE_NAME -> compareText(span.scopeName(), operator, literal);
            case SCOPE_VERSION -> compareText(span.scopeVersion(), operator, literal);
            case PARENT_ID -> !span.parentId().isEmpty() && compareText(span.parentId(), operator, literal);
            case STATUS ->
                literal instanceof Literal.Status(var status) && holds(span.status() == status ? 0 : 1, operator);
            case KIND -> literal instanceof Literal.Kind(var kind) && holds(span.kind() == kind ? 0 : 1, operator);
            case DURATION ->
                literal instanceof Literal.Nanos(long nanos)
                        && holds(Long.compare(span.durationNanos(), nanos), operator);
        };
    }

    private static boolean compare(String value, Operator operator, Literal literal) {
        return switch (literal) {
            case Literal.Text _ -> compareText(value, operator, literal);
            case Literal.Bool(boolean flag) -> value.equals(String.valueOf(operator == Operator.EQ ? flag : !flag));
            case Literal.Whole(long whole) -> compareNumber(value, operator, BigDecimal.valueOf(whole), true);
            case Literal.Nanos(long nanos) -> compareNumber(value, operator, BigDecimal.valueOf(nanos), true);
            case Literal.Decimal(double decimal) -> compareNumber(value, operator, new BigDecimal(decimal), false);
            case Literal.Status _, Literal.Kind _ -> false;
        };
    }

    private static boolean compareText(String value, Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Text(String text))) {
            return false;
        }
        return switch (operator) {
            case MATCHES -> Pattern.compile(text).matches(value);
            case NOT_MATCHES -> !Pattern.compile(text).matches(value);
            default ->
                holds(
                        Arrays.compareUnsigned(
                                value.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)),
                        operator);
        };
    }

    private static boolean compareNumber(String value, Operator operator, BigDecimal literal, boolean whole) {
        if (whole && value.matches("[+-]?[0-9]+")) {
            BigInteger exact = new BigInteger(value);
            if (exact.compareTo(LONG_MIN) >= 0 && exact.compareTo(LONG_MAX) <= 0) {
                return holds(new BigDecimal(exact).compareTo(literal), operator);
            }
        }
        switch (value.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> {
                return operator == Operator.NEQ;
            }
            case "inf", "+inf" -> {
                return holds(1, operator);
            }
            case "-inf" -> {
                return holds(-1, operator);
            }
            default -> {}
        }
        if (!value.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            return false;
        }
        return holds(new BigDecimal(Double.parseDouble(value)).compareTo(literal), operator);
    }

    private static boolean holds(int comparison, Operator operator) {
        return switch (operator) {
            case EQ -> comparison == 0;
            case NEQ -> comparison != 0;
            case GT -> comparison > 0;
            case GTE -> comparison >= 0;
            case LT -> comparison < 0;
            case LTE -> comparison <= 0;
            case MATCHES, NOT_MATCHES -> false;
        };
    }
}
