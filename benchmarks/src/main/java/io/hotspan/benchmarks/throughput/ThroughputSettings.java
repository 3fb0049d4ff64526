package io.hotspan.benchmarks.throughput;

import java.util.Set;

/**
 * How much is measured, and how often.
 *
 * @param spans at least this many are made
 * @param rounds measured runs of each side
 * @param warmups runs of each side before them, not measured
 * @param spansPerRequest about how many spans an OTLP request has
 * @param clients requests that are under way at once
 * @param tracesPerSecond pace of the recorded time, which the sampler decides by
 * @param seed of the traffic
 * @param stages what is measured
 * @param policiesFile what the sampler decides by; its defaults if empty
 */
record ThroughputSettings(
        long spans,
        int rounds,
        int warmups,
        int spansPerRequest,
        int clients,
        double tracesPerSecond,
        long seed,
        Set<Stage> stages,
        String policiesFile) {

    /** What can be measured. */
    enum Stage {
        RECEIVER,
        SAMPLER,
        WRITER
    }

    ThroughputSettings {
        stages = Set.copyOf(stages);
        requirePositive("--spans", (double) spans);
        requirePositive("--rounds", rounds);
        requirePositive("--spans-per-request", spansPerRequest);
        requirePositive("--clients", clients);
        requirePositive("--traces-per-second", tracesPerSecond);
        if (warmups < 0) {
            throw new IllegalArgumentException("--warmups must not be negative but is " + warmups);
        }
    }

    private static void requirePositive(String option, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(option + " must be positive but is " + value);
        }
    }
}
