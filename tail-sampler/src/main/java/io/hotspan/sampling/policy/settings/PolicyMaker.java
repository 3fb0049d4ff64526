package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.AlwaysPolicy;
import io.hotspan.sampling.policy.CombinedPolicy;
import io.hotspan.sampling.policy.DynamicPolicy;
import io.hotspan.sampling.policy.DynamicPolicy.Goal;
import io.hotspan.sampling.policy.DynamicPolicy.Memory;
import io.hotspan.sampling.policy.ErrorPolicy;
import io.hotspan.sampling.policy.LatencyPolicy;
import io.hotspan.sampling.policy.Policy;
import io.hotspan.sampling.policy.ProbabilityPolicy;
import io.hotspan.sampling.policy.RateLimitPolicy;
import io.hotspan.sampling.policy.SpanCondition;
import io.hotspan.sampling.policy.SpanCountPolicy;
import io.hotspan.sampling.policy.SpanPolicy;
import io.hotspan.telemetry.filter.Field;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanFilterParser;
import io.hotspan.telemetry.filter.SpanFilterSyntaxException;
import io.hotspan.telemetry.filter.SpanPredicates;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Makes a policy of its settings and says what is wrong with them. */
final class PolicyMaker {

    private final String name;
    private final PolicyProperties given;

    PolicyMaker(String name, PolicyProperties given) {
        this.name = name;
        this.given = given;
    }

    Policy make(PolicyType type) {
        return switch (type) {
            case ALWAYS -> new AlwaysPolicy(name);
            case ERROR -> new ErrorPolicy(name);
            case LATENCY -> new LatencyPolicy(name, require("at-least", "2s", given.atLeast()), given.atMost());
            case PROBABILITY -> new ProbabilityPolicy(name, require("probability", "0.1", given.probability()));
            case SPAN_COUNT -> spanCount();
            case STATUS_CODE -> onSpans(type, statusCode());
            case STRING_ATTRIBUTE -> onSpans(type, stringAttribute());
            case NUMERIC_ATTRIBUTE -> onSpans(type, numericAttribute());
            case BOOLEAN_ATTRIBUTE -> onSpans(type, booleanAttribute());
            case TRACE_FLAGS -> onSpans(type, new SpanCondition.SampledFlag());
            case TRACE_STATE -> onSpans(type, new SpanCondition.TraceState(key(), values()));
            case TRACEQL -> onSpans(type, traceql());
            case RATE_LIMITING -> {
                long rate = require("spans-per-second", "1000", given.spansPerSecond());
                Long burst = given.burstSpans();
                yield limit(RateLimitPolicy.Unit.SPANS, rate, burst == null ? 2 * rate : burst);
            }
            case BYTES_LIMITING -> {
                long rate = require("bytes-per-second", "1MB", given.bytesPerSecond())
                        .toBytes();
                DataSize burst = given.burstBytes();
                yield limit(RateLimitPolicy.Unit.BYTES, rate, burst == null ? 2 * rate : burst.toBytes());
            }
            case EMA_SAMPLE_RATE ->
                dynamic(type, new Goal.OneOf(require("goal-sample-rate", "10", given.goalSampleRate())), average());
            case EMA_THROUGHPUT -> dynamic(type, perSecond(), average());
            case WINDOWED_THROUGHPUT -> dynamic(type, perSecond(), window());
            case COMPOSITE -> composite();
            case AND -> new CombinedPolicy.And(name, parts());
            case OR -> new CombinedPolicy.Or(name, parts());
            case NOT -> new CombinedPolicy.Not(name, parts());
            case DROP -> new CombinedPolicy.Drop(name, parts());
        };
    }

    private SpanPolicy onSpans(PolicyType type, SpanCondition condition) {
        return new SpanPolicy(name, type.label(), condition, Boolean.TRUE.equals(given.invert()));
    }

    private RateLimitPolicy limit(RateLimitPolicy.Unit unit, long rate, long burst) {
        return new RateLimitPolicy(name, unit, rate, burst);
    }

    private SpanCountPolicy spanCount() {
        BigDecimal min = given.min();
        BigDecimal max = given.max();
        if (min == null && max == null) {
            throw invalid("", "policy " + name + " needs min or max, such as 10");
        }
        return new SpanCountPolicy(
                name, min == null ? 1 : whole("min", min), max == null ? Long.MAX_VALUE : whole("max", max));
    }

    private SpanCondition statusCode() {
        List<SpanFilter> codes = require("status-codes", "[error, unset]", given.statusCodes()).stream()
                .<SpanFilter>map(
                        code -> new SpanFilter.Comparison(Intrinsic.STATUS, Operator.EQ, new Literal.Status(code)))
                .toList();
        if (codes.isEmpty()) {
            throw invalid("status-codes", "policy " + name + " needs status-codes, such as [error, unset]");
        }
        return new SpanCondition.Matches(AttributeFilters.anyOf(codes));
    }

    private SpanCondition stringAttribute() {
        boolean exists = Boolean.TRUE.equals(given.exists());
        if (exists) {
            if (given.values() != null) {
                throw invalid("values", "policy " + name + ": exists asks for no values; remove one of the two");
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
            throw invalid("", "policy " + name + " needs min or max, such as 500");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw invalid("min", "policy " + name + ": min (" + min + ") must not be above max (" + max + ")");
        }
        return new SpanCondition.Matches(AttributeFilters.between(key(), given.scope(), min, max));
    }

    private SpanCondition booleanAttribute() {
        Boolean value = given.value();
        return new SpanCondition.Matches(
                AttributeFilters.compare(key(), given.scope(), Operator.EQ, new Literal.Bool(value == null || value)));
    }

    private SpanCondition traceql() {
        String text = require("filter", "'{ span.http.response.status_code >= 500 }'", given.filter());
        try {
            return new SpanCondition.Matches(SpanFilterParser.parse(text));
        } catch (SpanFilterSyntaxException e) {
            throw invalid(
                    "filter", "policy " + name + ": at character " + e.column() + " of the filter: " + e.getMessage());
        }
    }

    private DynamicPolicy dynamic(PolicyType type, Goal goal, Memory memory) {
        List<String> names = require("fields", "[.http.route, status]", given.fields());
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(field(names.get(i), "fields[" + i + "]"));
        }
        Integer maxKeys = given.maxKeys();
        return new DynamicPolicy(
                name, type.label(), goal, fields, interval(type), memory, maxKeys == null ? 500 : maxKeys);
    }

    private Field field(String text, String setting) {
        try {
            if (SpanFilterParser.parse("{ " + text + " != nil }") instanceof SpanFilter.Presence(Field field, var _)) {
                return field;
            }
        } catch (SpanFilterSyntaxException e) {
            throw invalid(setting, "policy " + name + ": " + text + " is no field: " + e.getMessage());
        }
        throw invalid(setting, "policy " + name + ": " + text + " is no field; try .http.route or status");
    }

    private Goal perSecond() {
        return new Goal.PerSecond(require("goal-traces-per-second", "100", given.goalTracesPerSecond()));
    }

    private Duration interval(PolicyType type) {
        Duration interval = given.adjustmentInterval();
        return interval == null ? Duration.ofSeconds(type == PolicyType.WINDOWED_THROUGHPUT ? 1 : 15) : interval;
    }

    private Memory average() {
        Double weight = given.weight();
        return new Memory.Average(weight == null ? 0.5 : weight);
    }

    private Memory window() {
        Duration lookback = given.lookback();
        long millis = lookback == null ? 30_000 : lookback.toMillis();
        long interval = Math.max(1, interval(PolicyType.WINDOWED_THROUGHPUT).toMillis());
        return new Memory.Window(Math.clamp(millis / interval, 0, Integer.MAX_VALUE));
    }

    private CombinedPolicy.Composite composite() {
        long rate = require("spans-per-second", "1000", given.spansPerSecond());
        List<Policy> parts = parts(true);
        List<Double> shares = new ArrayList<>();
        for (PolicyProperties part : require("policies", "a list of others", given.policies())) {
            Double share = part.share();
            shares.add(share == null ? 0.0 : share);
        }
        return new CombinedPolicy.Composite(name, rate, parts, shares);
    }

    private List<Policy> parts() {
        return parts(false);
    }

    private List<Policy> parts(boolean inComposite) {
        List<PolicyProperties> parts = require("policies", "a list of others", given.policies());
        try {
            return PolicyProperties.toPolicies(parts, inComposite);
        } catch (InvalidPolicyException e) {
            throw e.within("policies");
        }
    }

    private String key() {
        return require("key", "http.route", given.key());
    }

    private List<String> values() {
        List<String> values = require("values", "[checkout, payment]", given.values());
        if (values.isEmpty()) {
            throw invalid("values", "policy " + name + " needs values, such as [checkout, payment]");
        }
        return values;
    }

    private void checkRegexes(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String regex = values.get(i);
            Optional<String> problem = SpanPredicates.problemOf(regex);
            if (problem.isPresent()) {
                throw invalid(
                        "values[" + i + "]",
                        "policy " + name + ": " + regex + " is no regular expression (RE2 syntax): " + problem.get());
            }
        }
    }

    private long whole(String setting, BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw invalid(setting, "policy " + name + ": " + setting + " must be a whole number, not " + number);
        }
    }

    private <T> T require(String setting, String example, @Nullable T value) {
        if (value == null) {
            throw invalid("", "policy " + name + " needs " + setting + ", such as " + example);
        }
        return value;
    }

    private static InvalidPolicyException invalid(String setting, String message) {
        return new InvalidPolicyException(setting, message);
    }
}
