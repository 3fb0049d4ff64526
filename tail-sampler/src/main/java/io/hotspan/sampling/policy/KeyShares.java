package io.hotspan.sampling.policy;

import io.hotspan.sampling.policy.DynamicPolicy.Goal;
import io.hotspan.sampling.policy.DynamicPolicy.Memory;
import io.hotspan.sampling.probability.Threshold;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts traces by key and gives each key a threshold, anew every interval, from what was counted before: a trace has
 * no part in its own threshold. Not thread-safe.
 */
final class KeyShares {

    private static final String OTHER = "";
    private static final double FORGOTTEN_BELOW = 0.5;
    private static final double MILLIS = 1_000;

    private final DynamicPolicy policy;
    private final double goalPerInterval;
    private final long intervalMillis;
    private final Map<String, Double> average = new HashMap<>();
    private final ArrayDeque<Map<String, Double>> window = new ArrayDeque<>();
    private Map<String, Double> counts = new HashMap<>();
    private Map<String, Long> thresholds = Map.of();
    private boolean adjusted;
    private long intervalEndsMillis = Long.MIN_VALUE;

    KeyShares(DynamicPolicy policy, int partitions) {
        this.policy = policy;
        this.intervalMillis = policy.interval().toMillis();
        this.goalPerInterval = policy.goal() instanceof Goal.PerSecond(double traces)
                ? traces * intervalMillis / MILLIS / partitions
                : 0;
    }

    /** Counts a trace of this key; its threshold. */
    long threshold(String key, long nowMillis) {
        if (intervalEndsMillis == Long.MIN_VALUE) {
            intervalEndsMillis = nowMillis + intervalMillis;
        }
        if (nowMillis >= intervalEndsMillis) {
            long intervals = 1 + (nowMillis - intervalEndsMillis) / intervalMillis;
            adjust(intervals);
            intervalEndsMillis += intervals * intervalMillis;
        }
        String counted = counts.containsKey(key) || counts.size() < policy.maxKeys() ? key : OTHER;
        counts.merge(counted, 1.0, Double::sum);
        return adjusted ? thresholds.getOrDefault(counted, Threshold.ALWAYS) : first();
    }

    /** Until there is something to go by: the goal itself, or everything. */
    private long first() {
        return policy.goal() instanceof Goal.OneOf(double traces)
                ? Threshold.ofProbability(1 / traces)
                : Threshold.ALWAYS;
    }

    private void adjust(long intervals) {
        Map<String, Double> known = switch (policy.memory()) {
            case Memory.Average(double weight) -> averaged(weight, intervals);
            case Memory.Window(int length) -> windowed(length, intervals);
        };
        counts = new HashMap<>();
        thresholds = shares(known, goal(known));
        adjusted = true;
    }

    private double goal(Map<String, Double> known) {
        double sum = known.values().stream().mapToDouble(Double::doubleValue).sum();
        return switch (policy.goal()) {
            case Goal.OneOf(double traces) -> sum / traces;
            case Goal.PerSecond _ -> goalPerInterval * (policy.memory() instanceof Memory.Window ? window.size() : 1);
        };
    }

    /** The first of the intervals has the counts, all others that have passed had nothing. */
    private Map<String, Double> averaged(double weight, long intervals) {
        double fade = Math.pow(1 - weight, (double) (intervals - 1));
        counts.keySet().forEach(key -> average.putIfAbsent(key, 0.0));
        average.replaceAll((key, old) -> fade * (old + weight * (counts.getOrDefault(key, 0.0) - old)));
        average.values().removeIf(count -> count < FORGOTTEN_BELOW * weight);
        return average;
    }

    private Map<String, Double> windowed(int length, long intervals) {
        window.addLast(counts);
        for (long i = 1; i < Math.min(intervals, length + 1L); i++) {
            window.addLast(Map.of());
        }
        while (window.size() > length) {
            window.removeFirst();
        }
        Map<String, Double> sums = new HashMap<>();
        window.forEach(interval -> interval.forEach((key, count) -> sums.merge(key, count, Double::sum)));
        return sums;
    }

    /** What keys that are kept whole do not need of their part goes to those after them, the most common last. */
    private static Map<String, Long> shares(Map<String, Double> known, double goal) {
        List<Map.Entry<String, Double>> keys = known.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        double remainingGoal = goal;
        double remainingWeight =
                keys.stream().mapToDouble(key -> weight(key.getValue())).sum();
        Map<String, Long> thresholds = new HashMap<>();
        for (Map.Entry<String, Double> key : keys) {
            double count = key.getValue();
            double part = remainingGoal * weight(count) / remainingWeight;
            double kept = Math.min(count, part);
            thresholds.put(key.getKey(), Threshold.ofProbability(kept / count));
            remainingGoal -= kept;
            remainingWeight -= weight(count);
        }
        return thresholds;
    }

    private static double weight(double count) {
        return Math.log10(count + 1);
    }
}
