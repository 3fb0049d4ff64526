package io.hotspan.sampling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.policy.CombinedPolicy.Drop;
import io.hotspan.sampling.policy.PolicySet.Precedence;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.telemetry.decision.DryRun;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.filter.Intrinsic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Votes as they are logged: 0 not asked, 1 no opinion, n + 2 a threshold of n. */
class JudgeVotesTest {

    private static final Policy ERRORS = new ErrorPolicy("errors");
    private static final Policy SLOW = new LatencyPolicy("slow", Duration.ofSeconds(2));
    // Half of 2^56 is 0x80000000000000.
    private static final Policy HALF = new ProbabilityPolicy("half", 0.5);
    private static final long HALF_VOTE = 0x80_0000_0000_0000L + 2;
    private static final Policy NO_ERRORS = new Drop("noise", List.of(new ErrorPolicy("broken")));

    private record Trace(int errorSpans, long randomness) implements TraceFacts {
        @Override
        public int spans() {
            return 3;
        }

        @Override
        public long durationNanos() {
            return 1;
        }

        @Override
        public long bytes() {
            return 100;
        }
    }

    private static final Trace LUCKY = new Trace(0, Threshold.NEVER - 1);
    private static final Trace UNLUCKY = new Trace(0, 0);
    private static final Trace FAILED = new Trace(1, 0);

    @Test
    void allPolicies_areAskedUnlessTheTraceIsKeptForCertain() {
        Judge judge = judge(Precedence.ALL_VOTE, ERRORS, SLOW, HALF);

        assertThat(judge.rule(UNLUCKY, _ -> {}, 0).kept()).isFalse();
        assertThat(judge.votes()).containsExactly(1, 1, HALF_VOTE);

        assertThat(judge.rule(FAILED, _ -> {}, 0).policy()).isEqualTo("errors");
        assertThat(judge.votes()).containsExactly(2, 0, 0);
    }

    @Test
    void firstMatch_asksNobodyAfterTheFirstOpinion() {
        Judge judge = judge(Precedence.FIRST_MATCH, SLOW, HALF, ERRORS);

        assertThat(judge.rule(FAILED, _ -> {}, 0).kept()).isFalse();
        assertThat(judge.votes()).containsExactly(1, HALF_VOTE, 0);
    }

    @Test
    void drop_isAskedEvenWhereAnotherKeepsForCertain() {
        Judge judge = judge(Precedence.ALL_VOTE, ERRORS, HALF, NO_ERRORS);

        assertThat(judge.rule(FAILED, _ -> {}, 0)).isEqualTo(Ruling.drop("drop", "noise", Threshold.NEVER));
        assertThat(judge.votes()).containsExactly(2, 0, 2);

        judge.rule(LUCKY, _ -> {}, 0);
        assertThat(judge.votes()).containsExactly(1, HALF_VOTE, 1);
    }

    @Test
    void budget_saysWhetherItWasSpent() {
        // Three spans at once, and one more a second: one trace, and the next three seconds later.
        Judge judge = judge(Precedence.ALL_VOTE, new RateLimitPolicy("cap", RateLimitPolicy.Unit.SPANS, 1, 3), ERRORS);

        assertThat(judge.rule(UNLUCKY, _ -> {}, 0).kept()).isTrue();
        assertThat(judge.votes()).containsExactly(2, 1);
        assertThat(judge.rule(UNLUCKY, _ -> {}, 1_000).reason()).isEqualTo("no-policy");
        assertThat(judge.votes()).containsExactly(1, 1);
        judge.rule(FAILED, _ -> {}, 2_000);
        assertThat(judge.votes()).as("errors need no budget").containsExactly(0, 2);
        assertThat(judge.rule(UNLUCKY, _ -> {}, 3_000).policy()).isEqualTo("cap");
    }

    @Test
    void dynamicSampler_keepsAllOfWhatItKnowsNothingAbout() {
        Judge judge = judge(
                Precedence.ALL_VOTE,
                new DynamicPolicy(
                        "dyn",
                        "ema-sample-rate",
                        new DynamicPolicy.Goal.OneOf(1),
                        List.of(Intrinsic.STATUS),
                        Duration.ofSeconds(15),
                        new DynamicPolicy.Memory.Average(0.5),
                        500));

        assertThat(judge.rule(UNLUCKY, _ -> {}, 0)).isEqualTo(Ruling.keep("ema-sample-rate", "dyn", 0));
        assertThat(judge.votes()).containsExactly(2);
    }

    @Test
    void dryRun_keepsAllAndSaysWhatWouldHaveBeen() {
        PartitionJudges judges =
                new PartitionJudges(() -> new PolicySet(List.of(ERRORS, HALF)), Overrides.NONE, 1, true);
        Judge judge = judges.current();

        Ruling dropped = judge.rule(UNLUCKY, _ -> {}, 0);
        assertThat(dropped).isEqualTo(new Ruling(true, "not-sampled (dry run)", "half", 0, null, DryRun.DROPPED));
        assertThat(dropped.weight()).isEqualTo(1);
        assertThat(judge.votes()).containsExactly(1, HALF_VOTE);
        assertThat(judge.rule(LUCKY, _ -> {}, 0).dryRun()).isEqualTo(DryRun.KEPT);
    }

    private static Judge judge(Precedence precedence, Policy... policies) {
        return new PolicySet(List.of(policies), precedence).judge(1);
    }
}
