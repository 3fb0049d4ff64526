package io.hotspan.generator.storefront;

import java.util.Collection;

final class Quantiles {

    private Quantiles() {}

    static double median(Collection<Facts> facts) {
        return quantile(facts, 0.5);
    }

    static double p99(Collection<Facts> facts) {
        return quantile(facts, 0.99);
    }

    private static double quantile(Collection<Facts> facts, double fraction) {
        double[] sorted = facts.stream().mapToDouble(Facts::millis).sorted().toArray();
        return sorted[(int) Math.ceil(fraction * sorted.length) - 1];
    }
}
