package io.hotspan.sampling.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void sumsThatDoNotAddUp_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account(3, 1, 1, 0, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("records read 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Account(0, 0, 0, 0, 5, 1, 1, 1, 1, 0))
                .withMessageContaining("spans received 5");
    }

    @Test
    void everyWayOutOfTheTally_endsInTheAccount() {
        Tally tally = tally();

        assertThat(tally.asAccount()).isEqualTo(new Account(4, 2, 1, 1, 11, 6, 4, 1, 0, 0));
        assertThat(tally.asAccount().released(1)).isEqualTo(new Account(4, 2, 1, 1, 11, 6, 4, 0, 1, 0));
    }

    @Test
    void clearedTally_isEmpty() {
        Tally tally = tally();
        tally.clear();

        assertThat(tally).usingRecursiveComparison().isEqualTo(new Tally());
    }

    @Test
    void committedTally_isWhatTheMetersShow() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Map<String, Long> matches = new HashMap<>();
        SamplerMetrics metrics = new SamplerMetrics(registry, matches::putAll);
        metrics.committed(tally(), Duration.ofMillis(5));
        metrics.released(1);

        assertThat(registry.getMeters())
                .filteredOn(meter -> meter instanceof Counter)
                .extracting(meter ->
                        meter.getId().getName() + meter.getId().getTags() + "=" + (int) ((Counter) meter).count())
                .containsExactlyInAnyOrder(
                        "tail_sampling.records.taken[]=2",
                        "tail_sampling.records.replayed[]=1",
                        "tail_sampling.records.dead_lettered[]=1",
                        "tail_sampling.records.key_mismatches[]=1",
                        "tail_sampling.spans.received[]=11",
                        "tail_sampling.spans.exported[]=6",
                        "tail_sampling.spans.dropped[]=4",
                        "tail_sampling.spans.released[]=1",
                        "tail_sampling.spans.revived[]=0",
                        "tail_sampling.traces.revived[tag(outcome=complete)]=0",
                        "tail_sampling.traces.revived[tag(outcome=partial)]=0",
                        "tail_sampling.spans.late[tag(outcome=kept)]=2",
                        "tail_sampling.spans.late[tag(outcome=dropped)]=1",
                        "tail_sampling.rollup.spans.folded[]=6",
                        "tail_sampling.traces.ingested[]=1",
                        "tail_sampling.traces.sampled[tag(reason=error)]=1",
                        "tail_sampling.traces.dropped[]=2",
                        "tail_sampling.traces.decided_early[]=1",
                        "tail_sampling.traces.sampled[tag(reason=force-rule)]=2",
                        "tail_sampling.traces.force_sampled[]=2",
                        "tail_sampling.failures[]=0");
        assertThat(matches).containsExactlyInAnyOrderEntriesOf(Map.of("keeps", 2L, "drops", 1L));
    }

    private static Tally tally() {
        Tally tally = new Tally();
        tally.taken(7, true);
        tally.taken(4, false);
        tally.replayed();
        tally.deadLettered();
        tally.traceBegun();
        tally.early();
        tally.decided(Ruling.keep("error", "errors", 0), 3);
        tally.decided(Ruling.drop("not-sampled", "rest", 1), 3);
        tally.decided(Ruling.forced(true, new RuleVersion("keeps", 1)), 1);
        tally.decided(Ruling.forced(true, new RuleVersion("keeps", 1)), 0);
        tally.decided(Ruling.forced(false, new RuleVersion("drops", 1)), 0);
        tally.late(true, 2);
        tally.late(false, 1);
        tally.folded(6);
        return tally;
    }
}
