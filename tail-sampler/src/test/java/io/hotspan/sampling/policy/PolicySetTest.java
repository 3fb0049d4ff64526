package io.hotspan.sampling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.hotspan.sampling.probability.Randomness;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.telemetry.decision.Ruling;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySetTest {

    private record Trace(int errorSpans, long durationNanos, long randomness) implements TraceFacts {
        @Override
        public int spans() {
            return 3;
        }

        @Override
        public long bytes() {
            return 1;
        }
    }

    private static final ErrorPolicy ERRORS = new ErrorPolicy("errors");
    private static final LatencyPolicy SLOW = new LatencyPolicy("slow", Duration.ofSeconds(2));
    private static final ProbabilityPolicy TENTH = new ProbabilityPolicy("rest", 0.1);
    private static final long LUCKY = Threshold.NEVER - 1;

    @Test
    void firstPolicyThatKeeps_isTheReason() {
        PolicySet policies = new PolicySet(List.of(ERRORS, SLOW, TENTH));
        long slow = Duration.ofSeconds(2).toNanos();

        assertThat(rule(policies, new Trace(1, slow, 0))).isEqualTo(Ruling.keep("error", "errors", 0));
        assertThat(rule(policies, new Trace(0, slow, 0))).isEqualTo(Ruling.keep("latency", "slow", 0));
        assertThat(rule(policies, new Trace(0, slow - 1, LUCKY)))
                .isEqualTo(Ruling.keep("probability", "rest", Threshold.ofProbability(0.1)));
        assertThat(rule(policies, new Trace(0, slow - 1, 0)))
                .isEqualTo(Ruling.drop("not-sampled", "rest", Threshold.ofProbability(0.1)));
    }

    @Test
    void traceNoPolicyWants_isDroppedWithoutAName() {
        assertThat(rule(new PolicySet(List.of(ERRORS)), new Trace(0, 0, LUCKY)))
                .isEqualTo(Ruling.drop("no-policy", "", Threshold.NEVER));
        assertThat(rule(new PolicySet(List.of(new ProbabilityPolicy("none", 0))), new Trace(0, 0, LUCKY))
                        .kept())
                .isFalse();
    }

    @Test
    void certainKeep_hasWeightOneWhateverStandsBeforeIt() {
        Ruling ruling = rule(new PolicySet(List.of(TENTH, ERRORS)), new Trace(1, 0, LUCKY));

        assertThat(ruling.reason()).isEqualTo("probability");
        assertThat(ruling.weight()).isEqualTo(1);
    }

    @Test
    void sameNameTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicySet(List.of(ERRORS, new ProbabilityPolicy("errors", 1))))
                .withMessageContaining("two policies are named errors");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.25, 0.5, 0.9})
    void probability_keepsItsShareOfAHundredThousandIds(double probability) {
        PolicySet policies = new PolicySet(List.of(new ProbabilityPolicy("share", probability)));
        Random random = new Random(2026);
        int kept = 0;
        for (int i = 0; i < 100_000; i++) {
            long randomness = Randomness.of(Threshold.ABSENT, random.nextLong());
            kept += rule(policies, new Trace(0, 0, randomness)).kept() ? 1 : 0;
        }
        assertThat(kept / 100_000.0).isCloseTo(probability, within(0.002));
    }

    /** The sum of weights of what is kept estimates all traffic, errors and slow traces included, without bias. */
    @Test
    void sumOfWeights_estimatesAllTrafficWithoutBias() {
        PolicySet policies = new PolicySet(List.of(TENTH, ERRORS, SLOW));
        int runs = 500;
        int traces = 2_000;
        double total = 0;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            Random random = new Random(run);
            double sum = 0;
            double variance = 0;
            for (int i = 0; i < traces; i++) {
                int errors = random.nextInt(50) == 0 ? 1 : 0;
                long duration = random.nextInt(40) == 0 ? Duration.ofSeconds(3).toNanos() : 1;
                Ruling ruling =
                        rule(policies, new Trace(errors, duration, Randomness.of(Threshold.ABSENT, random.nextLong())));
                double weight = ruling.weight();
                sum += weight;
                variance += weight * (weight - 1);
            }
            total += sum;
            boolean holds = Math.abs(sum - traces) <= 1.96 * Math.sqrt(variance);
            covered += holds ? 1 : 0;
        }
        // Standard deviation of one run is about 131 of 2,000; of the mean of 500 about 5.9.
        assertThat(total / runs).isCloseTo(traces, within(18.0));
        assertThat(covered / (double) runs)
                .as("share of 95 %% intervals that hold the truth")
                .isBetween(0.92, 0.98);
    }

    private static Ruling rule(PolicySet policies, TraceFacts trace) {
        return policies.judge(1).rule(trace, _ -> {}, 0);
    }
}
