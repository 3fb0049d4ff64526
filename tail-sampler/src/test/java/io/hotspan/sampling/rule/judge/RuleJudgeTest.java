package io.hotspan.sampling.rule.judge;

import static io.hotspan.sampling.rule.Rule.ENDS;
import static io.hotspan.sampling.rule.Rule.MADE;
import static io.hotspan.sampling.rule.Rule.dropping;
import static io.hotspan.sampling.rule.Rule.keeping;
import static io.hotspan.sampling.rule.Rule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.policy.TraceRecords;
import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.ForceRule.Action;
import io.hotspan.sampling.rule.LocalRules;
import io.hotspan.sampling.testing.Traces;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleJudgeTest {

    private static final byte[] TRACE = Traces.message(Traces.span(new TraceId(1, 1), 1));

    private final Map<String, Long> uncommitted = new HashMap<>();
    private final LocalRules rules = new LocalRules(() -> MADE);
    private Instant now = MADE;
    private final RuleJudge judge = new RuleJudge(rules, id -> uncommitted.getOrDefault(id, 0L), () -> now);

    @Test
    void noRule_readsNothing() {
        TraceRecords untouched = _ -> {
            throw new AssertionError("read");
        };
        assertThat(judge.rule(untouched)).isNull();

        rules.add(rule("off", Action.FORCE_KEEP, 0, false, null));
        assertThat(judge.rule(untouched)).isNull();
    }

    @Test
    void keepAndDrop_areCertain() {
        rules.add(keeping("k", 0));
        Ruling kept = Objects.requireNonNull(decided());
        assertThat(kept).isEqualTo(Ruling.forced(true, new RuleVersion("k", 1)));
        assertThat(kept.weight()).isEqualTo(1);

        rules.add(dropping("d", 1));
        assertThat(decided())
                .isNotNull()
                .matches(ruling -> !ruling.kept() && ruling.policy().equals("d"));
    }

    @Test
    void ofSeveral_theHighestPriorityDecidesThenTheOldest() {
        rules.add(keeping("low", 1));
        rules.add(keeping("high", 2));
        assertThat(decider()).isEqualTo("high");

        ForceRule older = keeping("older", 2);
        rules.add(madeAt(older, MADE.minusSeconds(1)));
        assertThat(decider()).isEqualTo("older");
    }

    @Test
    void rule_endsWhenItsTimeIsOver() {
        rules.add(keeping("r", 0));
        now = ENDS.minusMillis(1);
        assertThat(decider()).isEqualTo("r");
        now = ENDS;
        assertThat(decider()).isNull();

        rules.change("r", rule -> rule.extended(Duration.ofSeconds(10), now));
        assertThat(decider()).isEqualTo("r");
        now = ENDS.plusSeconds(10);
        assertThat(decider()).isNull();
    }

    @Test
    void disabledRule_doesNothingUntilItIsEnabled() {
        rules.add(keeping("r", 0));
        assertThat(decider()).isEqualTo("r");
        rules.change("r", rule -> rule.enabled(false, now));
        assertThat(decider()).isNull();
        rules.change("r", rule -> rule.enabled(true, now));
        assertThat(decider()).isEqualTo("r");
    }

    @Test
    void limit_countsWhatIsCommittedAndWhatIsNot() {
        rules.add(rule("r", Action.FORCE_KEEP, 0, true, 3L));
        rules.matched(Map.of("r", 1L));
        uncommitted.put("r", 1L);
        assertThat(decider()).isEqualTo("r");
        uncommitted.put("r", 2L);
        assertThat(decider()).isNull();

        // The transaction failed.
        uncommitted.clear();
        assertThat(decider()).isEqualTo("r");
        rules.matched(Map.of("r", 2L));
        assertThat(decider()).isNull();
    }

    private @Nullable Ruling decided() {
        return judge.rule(visitor -> visitor.record(TRACE, 0, TRACE.length));
    }

    private @Nullable String decider() {
        Ruling ruling = decided();
        return ruling == null ? null : ruling.policy();
    }

    private static ForceRule madeAt(ForceRule rule, Instant time) {
        return new ForceRule(
                rule.id(),
                rule.version(),
                rule.description(),
                rule.action(),
                rule.priority(),
                rule.match(),
                rule.enabled(),
                rule.maxMatches(),
                rule.retroactiveFrom(),
                time,
                rule.createdBy(),
                rule.changedAt(),
                rule.expiresAt());
    }
}
