package io.hotspan.sampling.policy;

/**
 * Keeps every trace with so many spans, whatever records they came in.
 *
 * @param min inclusive
 * @param max inclusive
 */
public record SpanCountPolicy(String name, long min, long max) implements Policy {

    public SpanCountPolicy {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException(
                    "policy " + name + ": 1 <= min <= max must hold, not min " + min + " and max " + max);
        }
    }

    @Override
    public String reason() {
        return "span-count";
    }
}
