package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.Policy;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.PolicySet.Precedence;
import io.hotspan.telemetry.SpanStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * One policy as configured. Which settings it takes depends on its type.
 *
 * @param name unique, shown as {@code sampling.policy}
 * @param type what it looks at
 * @param atLeast {@code latency}: traces that took this long or longer
 * @param atMost {@code latency}: but not longer than this
 * @param probability {@code probability}: share to keep, 0 to 1
 * @param statusCodes {@code status-code}: a span has one of these
 * @param key attribute, or key in the tracestate
 * @param scope where the attribute is looked for; anywhere if absent
 * @param values texts, one of which the value equals
 * @param regex whether the values are regular expressions (RE2 syntax), which match the whole value
 * @param exists {@code string-attribute}: the attribute is there, whatever its value
 * @param min inclusive
 * @param max inclusive
 * @param value {@code boolean-attribute}: what it is
 * @param invert keep the traces in which no span matches, those without the attribute among them
 * @param filter {@code traceql}: matches one span at least
 * @param spansPerSecond {@code rate-limiting}: on average, all partitions together
 * @param burstSpans {@code rate-limiting}: at once; twice {@code spansPerSecond} if absent
 * @param bytesPerSecond {@code bytes-limiting}: on average, all partitions together
 * @param burstBytes {@code bytes-limiting}: at once; twice {@code bytesPerSecond} if absent
 * @param fields dynamic samplers: what makes traces alike, in the words of the filter language
 * @param goalSampleRate {@code ema-sample-rate}: one trace is kept of so many
 * @param goalTracesPerSecond {@code …-throughput}: so many traces are kept, all partitions together
 * @param adjustmentInterval dynamic samplers: 15s if absent, 1s for {@code windowed-throughput}
 * @param weight {@code ema-…}: of the latest interval against all before it; 0.5 if absent
 * @param lookback {@code windowed-throughput}: what is counted; 30s if absent
 * @param maxKeys dynamic samplers: keys beyond so many are taken for one; 500 if absent
 * @param share inside of {@code composite}: part of its budget
 * @param policies {@code composite}, {@code and}, {@code or}, {@code not}, {@code drop}: what they combine
 */
public record PolicyProperties(
        @Nullable String name,
        @Nullable PolicyType type,
        @Nullable Duration atLeast,
        @Nullable Duration atMost,
        @Nullable Double probability,
        @Nullable List<SpanStatus> statusCodes,
        @Nullable String key,
        @Nullable AttributeScope scope,
        @Nullable List<String> values,
        @Nullable Boolean regex,
        @Nullable Boolean exists,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Boolean value,
        @Nullable Boolean invert,
        @Nullable String filter,
        @Nullable Long spansPerSecond,
        @Nullable Long burstSpans,
        @Nullable DataSize bytesPerSecond,
        @Nullable DataSize burstBytes,
        @Nullable List<String> fields,
        @Nullable Double goalSampleRate,
        @Nullable Double goalTracesPerSecond,
        @Nullable Duration adjustmentInterval,
        @Nullable Double weight,
        @Nullable Duration lookback,
        @Nullable Integer maxKeys,
        @Nullable Double share,
        @Nullable List<PolicyProperties> policies) {

    /** Where an attribute is looked for. */
    public enum AttributeScope {
        /** On the span and on its resource; either will do. */
        ANY,
        SPAN,
        RESOURCE
    }

    /**
     * All policies, checked.
     *
     * @throws InvalidPolicyException at the first that cannot be had
     */
    public static PolicySet policySet(List<PolicyProperties> policies, Precedence precedence) {
        List<Policy> made = toPolicies(policies, false);
        try {
            return new PolicySet(
                    made, precedence, policies.stream().map(PolicyText::of).toList());
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicyException("", e);
        }
    }

    static List<Policy> toPolicies(List<PolicyProperties> policies, boolean inComposite) {
        List<Policy> made = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            try {
                made.add(policies.get(i).toPolicy(inComposite));
            } catch (InvalidPolicyException e) {
                throw e.within("[" + i + "]");
            }
        }
        return made;
    }

    /** The policy; refuses settings that are missing, out of range or of another type. */
    private Policy toPolicy(boolean inComposite) {
        if (name == null || name.isBlank()) {
            throw new InvalidPolicyException("", "every policy needs a name");
        }
        if (type == null) {
            throw new InvalidPolicyException("", "policy " + name + " needs a type: one of " + PolicyType.labels());
        }
        if ((share != null) != inComposite) {
            throw new InvalidPolicyException(
                    inComposite ? "" : "share",
                    inComposite
                            ? "policy " + name + " needs a share of the composite's budget, such as 0.5"
                            : "policy " + name + " has no setting share, for it is no part of a composite; remove it");
        }
        settings().forEach((setting, given) -> {
            if (given != null && !type.has(setting)) {
                throw new InvalidPolicyException(
                        setting, "policy " + name + " has no setting " + setting + "; remove it");
            }
        });
        try {
            return new PolicyMaker(name, this).make(type);
        } catch (InvalidPolicyException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicyException("", e);
        }
    }

    /** What it takes beside name, type and share; null where it was not given. */
    Map<String, @Nullable Object> settings() {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("at-least", atLeast);
        settings.put("at-most", atMost);
        settings.put("probability", probability);
        settings.put("status-codes", statusCodes);
        settings.put("key", key);
        settings.put("scope", scope);
        settings.put("values", values);
        settings.put("regex", regex);
        settings.put("exists", exists);
        settings.put("min", min);
        settings.put("max", max);
        settings.put("value", value);
        settings.put("invert", invert);
        settings.put("filter", filter);
        settings.put("spans-per-second", spansPerSecond);
        settings.put("burst-spans", burstSpans);
        settings.put("bytes-per-second", bytesPerSecond);
        settings.put("burst-bytes", burstBytes);
        settings.put("fields", fields);
        settings.put("goal-sample-rate", goalSampleRate);
        settings.put("goal-traces-per-second", goalTracesPerSecond);
        settings.put("adjustment-interval", adjustmentInterval);
        settings.put("weight", weight);
        settings.put("lookback", lookback);
        settings.put("max-keys", maxKeys);
        settings.put("policies", policies);
        return settings;
    }
}
