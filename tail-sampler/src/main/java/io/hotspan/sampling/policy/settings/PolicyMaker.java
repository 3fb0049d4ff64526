package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.AlwaysPolicy;
import io.hotspan.sampling.policy.CombinedPolicy;
import io.hotspan.sampling.policy.ErrorPolicy;
import io.hotspan.sampling.policy.LatencyPolicy;
import io.hotspan.sampling.policy.Policy;
import io.hotspan.sampling.policy.ProbabilityPolicy;
import io.hotspan.sampling.policy.RateLimitPolicy;
import io.hotspan.sampling.policy.SpanCondition;
import io.hotspan.sampling.policy.SpanCountPolicy;
import io.hotspan.sampling.policy.SpanPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Makes a policy of its settings and says what is wrong with them. */
final class PolicyMaker {

    private final String name;
    private final PolicyProperties given;
    private final RequiredSettings settings;

    PolicyMaker(String name, PolicyProperties given) {
        this.name = name;
        this.given = given;
        this.settings = new RequiredSettings(name);
    }

    Policy make(PolicyType type) {
        return switch (type) {
            case ALWAYS -> new AlwaysPolicy(name);
            case ERROR -> new ErrorPolicy(name);
            case LATENCY ->
                new LatencyPolicy(name, settings.require("at-least", "2s", given.atLeast()), given.atMost());
            case PROBABILITY ->
                new ProbabilityPolicy(name, settings.require("probability", "0.1", given.probability()));
            case SPAN_COUNT -> spanCount();
            case STATUS_CODE,
                    STRING_ATTRIBUTE,
                    NUMERIC_ATTRIBUTE,
                    BOOLEAN_ATTRIBUTE,
                    TRACE_FLAGS,
                    TRACE_STATE,
                    TRACEQL -> onSpans(type);
            case RATE_LIMITING -> {
                long rate = settings.require("spans-per-second", "1000", given.spansPerSecond());
                Long burst = given.burstSpans();
                yield limit(RateLimitPolicy.Unit.SPANS, rate, burst == null ? 2 * rate : burst);
            }
            case BYTES_LIMITING -> {
                long rate = settings.require("bytes-per-second", "1MB", given.bytesPerSecond())
                        .toBytes();
                DataSize burst = given.burstBytes();
                yield limit(RateLimitPolicy.Unit.BYTES, rate, burst == null ? 2 * rate : burst.toBytes());
            }
            case EMA_SAMPLE_RATE -> new DynamicPolicyMaker(name, given).oneOf(type);
            case EMA_THROUGHPUT -> new DynamicPolicyMaker(name, given).perSecondOnAverage(type);
            case WINDOWED_THROUGHPUT -> new DynamicPolicyMaker(name, given).perSecondInWindow(type);
            case COMPOSITE -> composite();
            case AND -> new CombinedPolicy.And(name, parts());
            case OR -> new CombinedPolicy.Or(name, parts());
            case NOT -> new CombinedPolicy.Not(name, parts());
            case DROP -> new CombinedPolicy.Drop(name, parts());
        };
    }

    private SpanPolicy onSpans(PolicyType type) {
        SpanCondition condition = new SpanConditionMaker(name, given).make(type);
        return new SpanPolicy(name, type.label(), condition, Boolean.TRUE.equals(given.invert()));
    }

    private RateLimitPolicy limit(RateLimitPolicy.Unit unit, long rate, long burst) {
        return new RateLimitPolicy(name, unit, rate, burst);
    }

    private SpanCountPolicy spanCount() {
        BigDecimal min = given.min();
        BigDecimal max = given.max();
        if (min == null && max == null) {
            throw new InvalidPolicyException("", "policy " + name + " needs min or max, such as 10");
        }
        return new SpanCountPolicy(
                name, min == null ? 1 : whole("min", min), max == null ? Long.MAX_VALUE : whole("max", max));
    }

    private CombinedPolicy.Composite composite() {
        long rate = settings.require("spans-per-second", "1000", given.spansPerSecond());
        List<Policy> parts = parts(true);
        List<Double> shares = new ArrayList<>();
        for (PolicyProperties part : settings.require("policies", "a list of others", given.policies())) {
            Double share = part.share();
            shares.add(share == null ? 0.0 : share);
        }
        return new CombinedPolicy.Composite(name, rate, parts, shares);
    }

    private List<Policy> parts() {
        return parts(false);
    }

    private List<Policy> parts(boolean inComposite) {
        List<PolicyProperties> parts = settings.require("policies", "a list of others", given.policies());
        try {
            return PolicyProperties.toPolicies(parts, inComposite);
        } catch (InvalidPolicyException e) {
            throw e.within("policies");
        }
    }

    private long whole(String setting, BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidPolicyException(
                    setting, "policy " + name + ": " + setting + " must be a whole number, not " + number);
        }
    }
}
