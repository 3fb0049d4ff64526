package io.hotspan.sampling.policy;

import io.hotspan.sampling.probability.Threshold;

/**
 * Keeps a share of all traces, the same ones everywhere the same share or a smaller one is kept.
 *
 * @param probability 0 to 1
 */
public record ProbabilityPolicy(String name, double probability) implements Policy {

    public ProbabilityPolicy {
        boolean expressible = probability == 0 || (probability >= Threshold.MIN_PROBABILITY && probability <= 1);
        if (!expressible) {
            throw new IllegalArgumentException("policy " + name
                    + ": probability must lie between 0 and 1 (0.1 keeps a tenth), not " + probability);
        }
    }

    @Override
    public String reason() {
        return "probability";
    }
}
