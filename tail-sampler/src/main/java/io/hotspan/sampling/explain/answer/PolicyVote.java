package io.hotspan.sampling.explain.answer;

import static java.util.Locale.ROOT;

import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.PolicyList;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one policy said of a trace. */
@Schema(description = "What one policy said of a trace.")
public record PolicyVote(
        @Schema(example = "rest") String name,

        @Schema(example = "probability") String type,

        @Schema(
                description = "The policy as it was configured when the trace began, in one line of YAML.",
                example = "{name: rest, type: probability, probability: 0.1}")
        String text,

        @Schema(
                description =
                        "keep, keep 10 % (or another share), keep none, drop, no opinion, or not asked: what others"
                                + " had said by then made it needless.",
                example = "keep 10 %")
        String vote,

        @Schema(
                description = "The share of traces like this one that it keeps, 0 to 1.",
                nullable = true,
                example = "0.1")
        @Nullable
        Double probability) {

    private static final String DROP = "drop";
    private static final double ALL = 0x1p56;
    private static final MathContext DIGITS = new MathContext(4);

    /** The votes of these policies, as many as there are of both. */
    static List<PolicyVote> of(PolicyList policies, long[] votes) {
        List<PolicyVote> all = new ArrayList<>();
        for (int i = 0; i < Math.min(votes.length, policies.policies().size()); i++) {
            all.add(of(policies.policies().get(i), votes[i]));
        }
        return all;
    }

    /** Policies that were not asked yet. */
    static List<PolicyVote> unasked(PolicyList policies) {
        return of(policies, new long[policies.policies().size()]);
    }

    /** A share in words, as {@code 10 %}. */
    static String percent(double probability) {
        BigDecimal percent =
                BigDecimal.valueOf(probability).movePointRight(2).round(DIGITS).stripTrailingZeros();
        return String.format(ROOT, "%s %%", percent.toPlainString());
    }

    private static PolicyVote of(PolicyList.Policy policy, long vote) {
        boolean drops = policy.type().equals(DROP);
        if (vote == Evidence.NOT_ASKED) {
            return vote(policy, "not asked", null);
        }
        if (vote == Evidence.NO_OPINION) {
            return vote(policy, "no opinion", null);
        }
        double probability = drops ? 0 : (ALL - Evidence.threshold(vote)) / ALL;
        return vote(policy, drops ? DROP : words(probability), probability);
    }

    private static String words(double probability) {
        if (probability == 1) {
            return "keep";
        }
        return probability == 0 ? "keep none" : "keep " + percent(probability);
    }

    private static PolicyVote vote(PolicyList.Policy policy, String words, @Nullable Double probability) {
        return new PolicyVote(policy.name(), policy.type(), policy.text(), words, probability);
    }
}
