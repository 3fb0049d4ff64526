package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.SpanCondition;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanFilterParser;
import io.hotspan.telemetry.filter.SpanFilterSyntaxException;
import io.hotspan.telemetry.filter.SpanPredicates;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes what a policy asks of single spans. */
final class SpanConditionMaker {

    private final String name;
    private final PolicyProperties given;
    private final RequiredSettings settings;

    SpanConditionMaker(String name, PolicyProperties given) {
        this.name = name;
        this.given = given;
        this.settings = new RequiredSettings(name);
    }

    SpanCondition make(PolicyType type) {
        return switch (type) {
            case STATUS_CODE -> statusCode();
            case STRING_ATTRIBUTE -> stringAttribute();
            case NUMERIC_ATTRIBUTE -> numericAttribute();
            case BOOLEAN_ATTRIBUTE -> booleanAttribute();
            case TRACE_FLAGS -> new SpanCondition.SampledFlag();
            case TRACE_STATE -> new SpanCondition.TraceState(key(), values());
            case TRACEQL -> traceql();
            default -> throw new IllegalStateException(type + " asks nothing of single spans");
        };
    }

    private SpanCondition statusCode() {
        List<SpanFilter> codes = settings.require("status-codes", "[error, unset]", given.statusCodes()).stream()
                .<SpanFilter>map(
                        code -> new SpanFilter.Comparison(Intrinsic.STATUS, Operator.EQ, new Literal.Status(code)))
                .toList();
        if (codes.isEmpty()) {
            throw new InvalidPolicyException(
                    "status-codes", "policy " + name + " needs status-codes, such as [error, unset]");
        }
        return new SpanCondition.Matches(AttributeFilters.anyOf(codes));
    }

    private SpanCondition stringAttribute() {
        boolean exists = Boolean.TRUE.equals(given.exists());
        if (exists) {
            if (given.values() != null) {
                throw new InvalidPolicyException(
                        "values", "policy " + name + ": exists asks for no values; remove one of the two");
            }
            return new SpanCondition.Matches(AttributeFilters.present(key(), given.scope()));
        }
        boolean regex = Boolean.TRUE.equals(given.regex());
        List<String> values = values();
        if (regex) {
            checkRegexes(values);
        }
        Operator operator = regex ? Operator.MATCHES : Operator.EQ;
        List<SpanFilter> each = values.stream()
                .map(value -> AttributeFilters.compare(key(), given.scope(), operator, new Literal.Text(value)))
                .toList();
        return new SpanCondition.Matches(AttributeFilters.anyOf(each));
    }

    private SpanCondition numericAttribute() {
        BigDecimal min = given.min();
        BigDecimal max = given.max();
        if (min == null && max == null) {
            throw new InvalidPolicyException("", "policy " + name + " needs min or max, such as 500");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new InvalidPolicyException(
                    "min", "policy " + name + ": min (" + min + ") must not be above max (" + max + ")");
        }
        return new SpanCondition.Matches(AttributeFilters.between(key(), given.scope(), min, max));
    }

    private SpanCondition booleanAttribute() {
        Boolean value = given.value();
        return new SpanCondition.Matches(
                AttributeFilters.compare(key(), given.scope(), Operator.EQ, new Literal.Bool(value == null || value)));
    }

    private SpanCondition traceql() {
        String text = settings.require("filter", "'{ span.http.response.status_code >= 500 }'", given.filter());
        try {
            return new SpanCondition.Matches(SpanFilterParser.parse(text));
        } catch (SpanFilterSyntaxException e) {
            throw new InvalidPolicyException(
                    "filter", "policy " + name + ": at character " + e.column() + " of the filter: " + e.getMessage());
        }
    }

    private String key() {
        return settings.require("key", "http.route", given.key());
    }

    private List<String> values() {
        List<String> values = settings.require("values", "[checkout, payment]", given.values());
        if (values.isEmpty()) {
            throw new InvalidPolicyException("values", "policy " + name + " needs values, such as [checkout, payment]");
        }
        return values;
    }

    private void checkRegexes(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String regex = values.get(i);
            Optional<String> problem = SpanPredicates.problemOf(regex);
            if (problem.isPresent()) {
                throw new InvalidPolicyException(
                        "values[" + i + "]",
                        "policy " + name + ": " + regex + " is no regular expression (RE2 syntax): " + problem.get());
            }
        }
    }
}
