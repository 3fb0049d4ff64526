package io.hotspan.generator.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A weighted choice among a few values. */
public final class Choice<T> {

    private final List<T> values;
    private final double[] cumulative;

    private Choice(List<T> values, double[] cumulative) {
        this.values = values;
        this.cumulative = cumulative;
    }

    public T pick(RandomGenerator random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int i = 0;
        while (at >= cumulative[i]) {
            i++;
        }
        return values.get(i);
    }

    public List<T> values() {
        return values;
    }

    /** Starts a choice; {@link Builder#or} adds to it. */
    public static <T> Builder<T> of(T value, double weight) {
        return new Builder<T>().or(value, weight);
    }

    /** Collects values and their weights; weights need not add up to one. */
    public static final class Builder<T> {

        private final List<T> values = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        private Builder() {}

        public Builder<T> or(T value, double weight) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("The weight of " + value + " must be above 0, is " + weight);
            }
            values.add(value);
            weights.add(weight);
            return this;
        }

        public Choice<T> build() {
            double[] cumulative = new double[weights.size()];
            double sum = 0;
            for (int i = 0; i < cumulative.length; i++) {
                sum += weights.get(i);
                cumulative[i] = sum;
            }
            return new Choice<>(List.copyOf(values), cumulative);
        }
    }
}
