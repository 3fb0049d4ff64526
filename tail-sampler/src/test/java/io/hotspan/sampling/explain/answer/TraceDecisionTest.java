package io.hotspan.sampling.explain.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionEntry;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.PolicyList;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceDecisionTest {

    private static final long NEVER = 1L << 56;
    // Of 16 traces 15 are dropped: 6.25 %.
    private static final long SIXTEENTH = 15L << 52;
    private static final PolicyList POLICIES = PolicyList.of(
            "all-vote", List.of(policy("noise", "drop"), policy("errors", "error"), policy("rest", "probability")));

    @Test
    void traceThatAShareKept_saysWhichShare() {
        TraceDecision kept = explain(Ruling.keep("probability", "rest", SIXTEENTH), 1, 1, SIXTEENTH + 2);

        assertThat(kept.kept()).isTrue();
        assertThat(kept.weight()).isEqualTo(16);
        assertThat(kept.explanation())
                .isEqualTo("Policy rest keeps 6.25 % of traces like this, and this is one of them.");
        assertThat(kept.policies())
                .extracting(PolicyVote::vote)
                .containsExactly("no opinion", "no opinion", "keep 6.25 %");
        assertThat(kept.start()).isEqualTo(Instant.ofEpochSecond(1_800_000_000));
        assertThat(kept.durationNanos()).isEqualTo(1_500);
        assertThat(kept.bytes()).isEqualTo(4_321);
        assertThat(kept.randomness()).isEqualTo(0.25);
    }

    @Test
    void traceThatAShareMissed_saysWhatCameNearest() {
        assertThat(explain(Ruling.drop("not-sampled", "rest", SIXTEENTH), 1, 1, SIXTEENTH + 2)
                        .explanation())
                .isEqualTo(
                        "Policy rest came nearest: it keeps 6.25 % of traces like this, and this is not one of them.");
    }

    @Test
    void traceKeptForCertain_needsNobodyElse() {
        TraceDecision kept = explain(Ruling.keep("error", "errors", 0), 1, 2, 0);

        assertThat(kept.explanation()).isEqualTo("Policy errors keeps every trace like this.");
        assertThat(kept.policies()).extracting(PolicyVote::vote).containsExactly("no opinion", "keep", "not asked");
    }

    @Test
    void traceAShareNamedButAnotherKeepsForCertain_saysWhyItWeighsOne() {
        PolicyList restFirst =
                PolicyList.of("all-vote", List.of(policy("rest", "probability"), policy("errors", "error")));
        TraceDecision kept = explain(restFirst, Ruling.keep("probability", "rest", 0), SIXTEENTH + 2, 2);

        assertThat(kept.weight()).isEqualTo(1);
        assertThat(kept.explanation())
                .isEqualTo("Policy rest keeps 6.25 % of traces like this, and this is one of them; it would have been"
                        + " kept by errors too, so it stands for fewer.");
    }

    @Test
    void droppedByAVeto_saysSo() {
        TraceDecision dropped = explain(Ruling.drop("drop", "noise", NEVER), 2, 0, 0);

        assertThat(dropped.kept()).isFalse();
        assertThat(dropped.explanation()).isEqualTo("Policy noise drops every trace it matches.");
        assertThat(dropped.policies()).extracting(PolicyVote::vote).containsExactly("drop", "not asked", "not asked");
    }

    @Test
    void forceRule_isNamedWithItsVersion() {
        TraceDecision forced = explain(Ruling.forced(false, new RuleVersion("r-7", 3)), 0, 0, 0);

        assertThat(forced.rule()).isEqualTo(new TraceDecision.Rule("r-7", 3));
        assertThat(forced.explanation()).isEqualTo("Force rule r-7 (version 3) drops every trace it matches.");
    }

    @Test
    void nobodysTrace_isExplainedWithoutAName() {
        assertThat(explain(Ruling.drop("no-policy", "", NEVER), 1, 1, 1).explanation())
                .isEqualTo("No policy had an opinion of it.");
    }

    @Test
    void dryRun_saysWhatWouldHaveBeen() {
        TraceDecision trial =
                explain(Ruling.drop("not-sampled", "rest", SIXTEENTH).inDryRun(), 1, 1, SIXTEENTH + 2);

        assertThat(trial.kept()).isTrue();
        assertThat(trial.dryRun()).isEqualTo("dropped");
        assertThat(trial.explanation()).endsWith("not one of them. In this dry run it is kept all the same.");
    }

    @Test
    void traceWithoutAStart_hasNone() {
        Evidence evidence = new Evidence(POLICIES, new long[] {1, 2, 0}, 1L << 54, 4_321, Long.MAX_VALUE, 0);
        DecisionEntry entry = new DecisionEntry(decision(Ruling.keep("error", "errors", 0)), evidence, "a");

        TraceDecision kept = TraceDecision.decided(new DecisionRecord(entry, evidence, 0), "clickhouse");

        assertThat(kept.start()).isNull();
        assertThat(kept.durationNanos()).isZero();
        assertThat(kept.bytes()).isEqualTo(4_321);
    }

    @Test
    void laterEntries_changeTheStateAndNotTheVotes() {
        Decision first = decision(Ruling.drop("not-sampled", "rest", SIXTEENTH));
        Decision asked = first.reviving(Ruling.lateError(), 85).late(2, 90);
        List<DecisionEntry> entries = List.of(
                new DecisionEntry(asked.revived(12, 85), null, "b"),
                new DecisionEntry(first, evidence(POLICIES, 1, 1, SIXTEENTH + 2), "a"),
                new DecisionEntry(asked, null, "b"));

        TraceDecision revived =
                TraceDecision.decided(DecisionRecord.of(entries, 3).orElseThrow(), "decision-log");

        assertThat(revived.kept()).isTrue();
        assertThat(revived.revival()).isEqualTo("done");
        assertThat(revived.revivedSpans()).isEqualTo(12);
        assertThat(revived.lateSpans()).isEqualTo(2);
        assertThat(revived.instance()).isEqualTo("b");
        assertThat(revived.policies()).hasSize(3);
        assertThat(revived.explanation())
                .isEqualTo("An error came after the trace had been dropped, so it was brought back.");
    }

    private static TraceDecision explain(Ruling ruling, long... votes) {
        return explain(POLICIES, ruling, votes);
    }

    private static TraceDecision explain(PolicyList policies, Ruling ruling, long... votes) {
        DecisionEntry entry = new DecisionEntry(decision(ruling), evidence(policies, votes), "a");
        return TraceDecision.decided(new DecisionRecord(entry, entry.evidence(), 0), "clickhouse");
    }

    private static Evidence evidence(PolicyList policies, long... votes) {
        return new Evidence(policies, votes, 1L << 54, 4_321, 1_800_000_000_000_000_000L, 1_500);
    }

    private static Decision decision(Ruling ruling) {
        return new Decision(1, 2, ruling, Trigger.INACTIVITY, 12, 0, 70, 80, 1_800_000_000_000L);
    }

    private static PolicyList.Policy policy(String name, String type) {
        return new PolicyList.Policy(name, type, "{name: %s, type: %s}".formatted(name, type));
    }
}
