package io.hotspan.sampling.explain.answer;

import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DryRun;
import io.hotspan.telemetry.decision.Revival;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision in a few sentences. */
final class Explanation {

    private static final double ALL = 0x1p56;

    private Explanation() {}

    static String of(Decision decision, List<PolicyVote> votes) {
        StringBuilder text = new StringBuilder(why(decision, votes));
        if (decision.trigger() == Trigger.BUFFER_FULL) {
            text.append(" It was decided before it was due, because memory was full.");
        }
        if (decision.ruling().dryRun() == DryRun.DROPPED) {
            text.append(" In this dry run it is kept all the same.");
        }
        return text.toString();
    }

    private static String why(Decision decision, List<PolicyVote> votes) {
        Ruling ruling = decision.ruling();
        RuleVersion rule = ruling.rule();
        boolean keeps = ruling.dryRun() == DryRun.OFF ? ruling.kept() : ruling.dryRun() == DryRun.KEPT;
        if (rule != null) {
            return "Force rule %s (version %d) %s every trace it matches."
                    .formatted(rule.id(), rule.version(), keeps ? "keeps" : "drops");
        }
        if (decision.revival().state() != Revival.State.NONE) {
            return "An error came after the trace had been dropped, so it was brought back.";
        }
        if (ruling.policy().isEmpty()) {
            return "No policy had an opinion of it.";
        }
        PolicyVote vote = voteOf(ruling.policy(), votes);
        return keeps ? kept(ruling, vote, votes) : dropped(ruling, vote);
    }

    private static String kept(Ruling ruling, @Nullable PolicyVote vote, List<PolicyVote> votes) {
        String name = ruling.policy();
        if (vote == null || vote.probability() == null) {
            return "Policy %s keeps it.".formatted(name);
        }
        if (vote.probability() == 1) {
            return "Policy %s keeps every trace like this.".formatted(name);
        }
        String share = "Policy %s keeps %s of traces like this, and this is one of them"
                .formatted(name, PolicyVote.percent(vote.probability()));
        double probability = (ALL - ruling.threshold()) / ALL;
        return ruling.dryRun() == DryRun.OFF && probability > vote.probability()
                ? "%s; it would have been kept by %s too, so it stands for fewer."
                        .formatted(share, moreGenerous(votes, vote.probability()))
                : share + ".";
    }

    private static String dropped(Ruling ruling, @Nullable PolicyVote vote) {
        String name = ruling.policy();
        if (vote == null || vote.probability() == null) {
            return "Policy %s does not keep it.".formatted(name);
        }
        if (vote.vote().equals("drop")) {
            return "Policy %s drops every trace it matches.".formatted(name);
        }
        return vote.probability() == 0
                ? "Policy %s keeps none like it, and no other policy does.".formatted(name)
                : "Policy %s came nearest: it keeps %s of traces like this, and this is not one of them."
                        .formatted(name, PolicyVote.percent(vote.probability()));
    }

    private static String moreGenerous(List<PolicyVote> votes, double probability) {
        return votes.stream()
                .filter(vote -> vote.probability() != null && vote.probability() > probability)
                .map(PolicyVote::name)
                .findFirst()
                .orElse("another");
    }

    private static @Nullable PolicyVote voteOf(String policy, List<PolicyVote> votes) {
        return votes.stream()
                .filter(vote -> vote.name().equals(policy))
                .findFirst()
                .orElse(null);
    }
}
