package io.hotspan.sampling.policy;

import io.hotspan.telemetry.filter.Field;
import java.time.Duration;
import java.util.List;

/**
 * Keeps a share that depends on how common traces like it are: of rare ones all, of common ones few, about as many of
 * each kind as the logarithm of their number. What makes them alike is a key, the values of some fields.
 *
 * @param goal what is to be reached on average
 * @param fields whose values, of the root span or else of the first that has one, are the key
 * @param interval between adjustments, in record time
 * @param memory how much of the past counts
 * @param maxKeys keys beyond so many in an interval are taken for one
 * @see <a href="https://docs.honeycomb.io/manage-data-volume/sample/honeycomb-refinery/sampling-methods/">Refinery's
 *     dynamic samplers</a>
 */
public record DynamicPolicy(
        String name, String reason, Goal goal, List<Field> fields, Duration interval, Memory memory, int maxKeys)
        implements Policy {

    /** What is to be reached on average. */
    public sealed interface Goal {

        /** One trace kept of so many. */
        record OneOf(double traces) implements Goal {}

        /** So many traces kept a second, all partitions together. */
        record PerSecond(double traces) implements Goal {}
    }

    /** How much of the past counts. */
    public sealed interface Memory {

        /** Each interval weighs so much against all before it, 0 to 1. */
        record Average(double weight) implements Memory {}

        /** The latest so many intervals count alike, older ones not at all. */
        record Window(int intervals) implements Memory {}
    }

    public DynamicPolicy {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("policy " + name + " needs fields, such as [.http.route, status]");
        }
        double wanted = switch (goal) {
            case Goal.OneOf(double traces) -> traces;
            case Goal.PerSecond(double traces) -> traces;
        };
        if (!(wanted > 0) || (goal instanceof Goal.OneOf && wanted < 1)) {
            throw new IllegalArgumentException("policy " + name + ": the goal must be at least "
                    + (goal instanceof Goal.OneOf ? "1" : "above 0") + ", not " + wanted);
        }
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("policy " + name + ": the interval must be longer than 0");
        }
        if (memory instanceof Memory.Average(double weight) && !(weight > 0 && weight < 1)) {
            throw new IllegalArgumentException("policy " + name + ": weight must lie between 0 and 1, not " + weight);
        }
        if (memory instanceof Memory.Window(int intervals) && (intervals < 1 || intervals > 3_600)) {
            throw new IllegalArgumentException(
                    "policy " + name + ": lookback must be 1 to 3600 intervals, not " + intervals);
        }
        if (maxKeys < 1) {
            throw new IllegalArgumentException("policy " + name + ": max-keys must be at least 1, not " + maxKeys);
        }
    }
}
