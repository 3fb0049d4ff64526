package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.DynamicPolicy;
import io.hotspan.sampling.policy.DynamicPolicy.Goal;
import io.hotspan.sampling.policy.DynamicPolicy.Memory;
import io.hotspan.telemetry.filter.Field;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanFilterParser;
import io.hotspan.telemetry.filter.SpanFilterSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes dynamic samplers. */
final class DynamicPolicyMaker {

    private final String name;
    private final PolicyProperties given;
    private final RequiredSettings settings;

    DynamicPolicyMaker(String name, PolicyProperties given) {
        this.name = name;
        this.given = given;
        this.settings = new RequiredSettings(name);
    }

    /** One that keeps a trace of so many. */
    DynamicPolicy oneOf(PolicyType type) {
        return dynamic(
                type, new Goal.OneOf(settings.require("goal-sample-rate", "10", given.goalSampleRate())), average());
    }

    /** One that keeps so many traces a second, by a moving average. */
    DynamicPolicy perSecondOnAverage(PolicyType type) {
        return dynamic(type, perSecond(), average());
    }

    /** One that keeps so many traces a second, by the latest ones alone. */
    DynamicPolicy perSecondInWindow(PolicyType type) {
        return dynamic(type, perSecond(), window());
    }

    private DynamicPolicy dynamic(PolicyType type, Goal goal, Memory memory) {
        List<String> names = settings.require("fields", "[.http.route, status]", given.fields());
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
            throw new InvalidPolicyException(
                    setting, "policy " + name + ": " + text + " is no field: " + e.getMessage());
        }
        throw new InvalidPolicyException(
                setting, "policy " + name + ": " + text + " is no field; try .http.route or status");
    }

    private Goal perSecond() {
        return new Goal.PerSecond(settings.require("goal-traces-per-second", "100", given.goalTracesPerSecond()));
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
}
