package io.hotspan.sampling.policy.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a policy looks at, and the settings it has. */
public enum PolicyType {
    ALWAYS,
    ERROR,
    STATUS_CODE("status-codes", "invert"),
    LATENCY("at-least", "at-most"),
    PROBABILITY("probability"),
    STRING_ATTRIBUTE("key", "scope", "values", "regex", "exists", "invert"),
    NUMERIC_ATTRIBUTE("key", "scope", "min", "max", "invert"),
    BOOLEAN_ATTRIBUTE("key", "scope", "value", "invert"),
    SPAN_COUNT("min", "max"),
    TRACE_FLAGS("invert"),
    TRACE_STATE("key", "values", "invert"),
    TRACEQL("filter", "invert"),
    RATE_LIMITING("spans-per-second", "burst-spans"),
    BYTES_LIMITING("bytes-per-second", "burst-bytes"),
    EMA_SAMPLE_RATE("fields", "goal-sample-rate", "adjustment-interval", "weight", "max-keys"),
    EMA_THROUGHPUT("fields", "goal-traces-per-second", "adjustment-interval", "weight", "max-keys"),
    WINDOWED_THROUGHPUT("fields", "goal-traces-per-second", "adjustment-interval", "lookback", "max-keys"),
    COMPOSITE("spans-per-second", "policies"),
    AND("policies"),
    OR("policies"),
    NOT("policies"),
    DROP("policies");

    // Names between commas: an enum keeps nothing that could change.
    private final String settings;

    PolicyType(String... settings) {
        this.settings = "," + String.join(",", settings) + ",";
    }

    boolean has(String setting) {
        return settings.contains("," + setting + ",");
    }

    /** As operators write it: {@code string-attribute}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String labels() {
        return Arrays.stream(values()).map(PolicyType::label).collect(Collectors.joining(", "));
    }
}
