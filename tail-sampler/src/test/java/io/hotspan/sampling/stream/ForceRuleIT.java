package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.RuleSharers.RULES;
import static io.hotspan.sampling.stream.RuleSharers.rule;
import static io.hotspan.sampling.stream.RuleSharers.state;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.testing.AdminClient;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.RuleVersion;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What rules do at two instances that share them through a real Redis. */
class ForceRuleIT {

    @TempDir
    private static Path directory;

    private static RuleSharers sharers;
    private static AdminClient admin;
    private static AdminClient other;

    @BeforeAll
    static void start() {
        sharers = new RuleSharers(directory);
        admin = sharers.admin;
        other = sharers.other;
    }

    @AfterAll
    static void stop() {
        sharers.close();
    }

    @AfterEach
    void clear() {
        sharers.deleteAll();
    }

    @Test
    void ruleOfOneInstance_isInForceAtTheOtherWithinASecond() throws Exception {
        String id = sharers.make("\"action\":\"force_keep\"");
        long made = System.nanoTime();
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> other.get(RULES + "/" + id).status() == 200);
        System.out.printf(
                "A rule reached the other instance %d ms after the answer%n", (System.nanoTime() - made) / 1_000_000);

        long forceSampledBefore = forceSampled();
        List<Decision> decisions = sharers.decide(30, false);
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.ruling().kept()).isTrue();
            assertThat(decision.ruling().reason()).isEqualTo("force-rule");
            assertThat(decision.ruling().rule()).isEqualTo(new RuleVersion(id, 1));
            assertThat(decision.ruling().weight()).isEqualTo(1);
        });
        // Each instance counted its own, once its transactions had committed.
        assertThat(matches(sharers.here, id)).isPositive();
        assertThat(matches(sharers.there, id)).isPositive();
        assertThat(matches(sharers.here, id) + matches(sharers.there, id)).isEqualTo(30);
        assertThat(forceSampled() - forceSampledBefore).isEqualTo(30);
        for (AdminClient instance : List.of(admin, other)) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            instance.get(RULES + "/" + id).body().get("matches").longValue() == 30);
        }
        assertThat(sharers.harness.read("sampled"))
                .filteredOn(record -> id.equals(SamplerHarness.header(record, "sampling.policy")))
                .hasSize(30)
                .allSatisfy(record -> {
                    assertThat(SamplerHarness.header(record, "sampling.reason")).isEqualTo("force-rule");
                    assertThat(SamplerHarness.header(record, "sampling.weight")).isEqualTo("1.0");
                });

        assertThat(other.post(RULES + "/" + id + "/disable", "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(1)).until(() -> state(admin, id).equals("disabled"));
        assertThat(sharers.decide(10, false))
                .noneMatch(decision -> decision.ruling().kept());
    }

    @Test
    void dropRule_beatsThePolicyThatKeepsErrorsAndPriorityBeatsIt() {
        assertThat(sharers.decide(5, true))
                .allMatch(decision -> decision.ruling().reason().equals("error"));
        String drop = sharers.make("\"action\":\"force_drop\",\"priority\":1");
        await().until(() -> other.get(RULES + "/" + drop).status() == 200);
        assertThat(sharers.decide(5, true)).allSatisfy(decision -> {
            assertThat(decision.ruling().kept()).isFalse();
            assertThat(decision.ruling().policy()).isEqualTo(drop);
        });
        String keep = sharers.make("\"action\":\"force_keep\",\"priority\":2");
        await().until(() -> other.get(RULES + "/" + keep).status() == 200);
        assertThat(sharers.decide(5, true))
                .allMatch(decision -> decision.ruling().policy().equals(keep));
    }

    @Test
    void rule_endsWithItsTimeAndAtItsLimit() {
        String limited = sharers.make("\"action\":\"force_keep\",\"max_matches\":4");
        await().until(() -> other.get(RULES + "/" + limited).status() == 200);
        // One by one, for instances learn of each other's matches within two seconds.
        long kept = 0;
        for (int i = 0; i < 6; i++) {
            kept += sharers.decide(1, false).getFirst().ruling().kept() ? 1 : 0;
            long expected = kept;
            await().until(() -> admin.get(RULES + "/" + limited)
                                    .body()
                                    .get("matches")
                                    .longValue()
                            == expected
                    && other.get(RULES + "/" + limited).body().get("matches").longValue() == expected);
        }
        assertThat(kept).isEqualTo(4);
        assertThat(state(admin, limited)).isEqualTo("used_up");

        String brief = sharers.make("\"action\":\"force_keep\",\"duration_secs\":1");
        await().until(() ->
                state(admin, brief).equals("expired") && state(other, brief).equals("expired"));
        assertThat(sharers.decide(3, false))
                .noneMatch(decision -> decision.ruling().kept());
    }

    private static long forceSampled() {
        return Stream.of(sharers.here, sharers.there)
                .mapToLong(sampler -> Math.round(sampler.getBean(MeterRegistry.class)
                        .get("tail_sampling.traces.force_sampled")
                        .counter()
                        .count()))
                .sum();
    }

    private static long matches(ConfigurableApplicationContext sampler, String rule) {
        Counter counter = sampler.getBean(MeterRegistry.class)
                .find("tail_sampling.rule.matches")
                .tag("rule", rule)
                .counter();
        return Math.round(requireNonNull(counter).count());
    }
}
