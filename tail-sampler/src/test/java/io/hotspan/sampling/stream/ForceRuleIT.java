package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.redis.EmbeddedRedis;
import io.hotspan.sampling.testing.AdminClient;
import io.hotspan.telemetry.TraceId;
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
import tools.jackson.databind.JsonNode;

/** Two instances that share their rules through a real Redis. */
class ForceRuleIT {

    private static final String RULES = "/admin/force-rules";

    @TempDir
    private static Path directory;

    private static SamplerHarness harness;
    private static EmbeddedRedis redis;
    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext there;
    private static AdminClient admin;
    private static AdminClient other;
    private static long lastTrace;

    @BeforeAll
    static void start() throws Exception {
        redis = EmbeddedRedis.start(directory, 0);
        harness = new SamplerHarness();
        here = startSampler();
        there = startSampler();
        admin = new AdminClient(here);
        other = new AdminClient(there);
        // Both take part before anything is sent, so that each decides some of it.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Stream.of(here, there).allMatch(sampler -> partitions(sampler) > 0));
    }

    @AfterAll
    static void stop() {
        harness.close();
        redis.close();
    }

    @AfterEach
    void clear() {
        for (JsonNode rule : admin.get(RULES).body().get("rules")) {
            assertThat(admin.send("DELETE", RULES + "/" + rule.get("id").asString(), "")
                            .status())
                    .isEqualTo(204);
        }
        await().until(() -> other.get(RULES).body().get("rules").isEmpty());
    }

    @Test
    void ruleOfOneInstance_isInForceAtTheOtherWithinASecond() throws Exception {
        String id = make("\"action\":\"force_keep\"");
        long made = System.nanoTime();
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> other.get(RULES + "/" + id).status() == 200);
        System.out.printf(
                "A rule reached the other instance %d ms after the answer%n", (System.nanoTime() - made) / 1_000_000);

        long forceSampledBefore = forceSampled();
        List<Decision> decisions = decide(30, false);
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.ruling().kept()).isTrue();
            assertThat(decision.ruling().reason()).isEqualTo("force-rule");
            assertThat(decision.ruling().rule()).isEqualTo(new RuleVersion(id, 1));
            assertThat(decision.ruling().weight()).isEqualTo(1);
        });
        // Each instance counted its own, once its transactions had committed.
        assertThat(matches(here, id)).isPositive();
        assertThat(matches(there, id)).isPositive();
        assertThat(matches(here, id) + matches(there, id)).isEqualTo(30);
        assertThat(forceSampled() - forceSampledBefore).isEqualTo(30);
        for (AdminClient instance : List.of(admin, other)) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            instance.get(RULES + "/" + id).body().get("matches").longValue() == 30);
        }
        assertThat(harness.read("sampled"))
                .filteredOn(record -> id.equals(SamplerHarness.header(record, "sampling.policy")))
                .hasSize(30)
                .allSatisfy(record -> {
                    assertThat(SamplerHarness.header(record, "sampling.reason")).isEqualTo("force-rule");
                    assertThat(SamplerHarness.header(record, "sampling.weight")).isEqualTo("1.0");
                });

        assertThat(other.post(RULES + "/" + id + "/disable", "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(1)).until(() -> state(admin, id).equals("disabled"));
        assertThat(decide(10, false)).noneMatch(decision -> decision.ruling().kept());
    }

    @Test
    void dropRule_beatsThePolicyThatKeepsErrorsAndPriorityBeatsIt() {
        assertThat(decide(5, true))
                .allMatch(decision -> decision.ruling().reason().equals("error"));
        String drop = make("\"action\":\"force_drop\",\"priority\":1");
        await().until(() -> other.get(RULES + "/" + drop).status() == 200);
        assertThat(decide(5, true)).allSatisfy(decision -> {
            assertThat(decision.ruling().kept()).isFalse();
            assertThat(decision.ruling().policy()).isEqualTo(drop);
        });
        String keep = make("\"action\":\"force_keep\",\"priority\":2");
        await().until(() -> other.get(RULES + "/" + keep).status() == 200);
        assertThat(decide(5, true))
                .allMatch(decision -> decision.ruling().policy().equals(keep));
    }

    @Test
    void rule_endsWithItsTimeAndAtItsLimit() {
        String limited = make("\"action\":\"force_keep\",\"max_matches\":4");
        await().until(() -> other.get(RULES + "/" + limited).status() == 200);
        // One by one, for instances learn of each other's matches within two seconds.
        long kept = 0;
        for (int i = 0; i < 6; i++) {
            kept += decide(1, false).getFirst().ruling().kept() ? 1 : 0;
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

        String brief = make("\"action\":\"force_keep\",\"duration_secs\":1");
        await().until(() ->
                state(admin, brief).equals("expired") && state(other, brief).equals("expired"));
        assertThat(decide(3, false)).noneMatch(decision -> decision.ruling().kept());
    }

    @Test
    void redisKilled_leavesTheLastKnownRulesInForceAndComesBackWithoutARestart() {
        String id = make("\"action\":\"force_keep\"");
        await().until(() -> other.get(RULES + "/" + id).status() == 200);
        int port = redis.port();
        killRedis();

        await().atMost(Duration.ofSeconds(10)).until(() -> admin.get("/health").status() == 503);
        assertThat(admin.get("/health").text("/components/forceRules/details/problem"))
                .contains("Redis at 127.0.0.1:" + port + " does not answer");
        assertThat(admin.get("/health/ready").status()).isEqualTo(200);
        assertThat(admin.get("/health/live").status()).isEqualTo(200);
        assertThat(admin.get(RULES).text("/problem")).contains("does not answer");
        assertThat(gauge(here, "rules.reachable")).isZero();

        AdminClient.Answer refused = admin.post(RULES, rule("\"action\":\"force_keep\""));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/type")).isEqualTo("urn:hotspan:problem:rules-unavailable");
        assertThat(admin.send("DELETE", RULES + "/" + id, "").status()).isEqualTo(503);
        assertThat(decide(10, false))
                .allMatch(decision -> decision.ruling().policy().equals(id));

        redis = EmbeddedRedis.start(directory, port);
        long back = System.nanoTime();
        await().atMost(Duration.ofSeconds(10)).until(() -> admin.get("/health").status() == 200);
        System.out.printf("Redis was noticed to be back after %d ms%n", (System.nanoTime() - back) / 1_000_000);
        // What was counted meanwhile is not lost, and notices arrive again.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> other.get(RULES + "/" + id).body().get("matches").longValue() == 10);
        assertThat(admin.post(RULES + "/" + id + "/disable", "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(1)).until(() -> state(other, id).equals("disabled"));
        assertThat(decide(5, false)).noneMatch(decision -> decision.ruling().kept());
    }

    @Test
    void samplerWithoutRedisAtItsStart_worksAndFindsItLater() {
        int port = redis.port();
        redis.close();
        ConfigurableApplicationContext late = startSampler();
        AdminClient client = new AdminClient(late);
        assertThat(client.get("/health").text("/components/forceRules/status")).isEqualTo("DOWN");
        assertThat(client.post(RULES, rule("\"action\":\"force_keep\"")).status())
                .isEqualTo(503);

        redis = EmbeddedRedis.start(directory, port);
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        client.post(RULES, rule("\"action\":\"force_keep\"")).status() == 201);
        harness.stop(late);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !admin.get(RULES).body().get("rules").isEmpty());
    }

    private static void killRedis() {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").contains("redis"))
                        .filter(ProcessHandle::destroyForcibly))
                .isNotEmpty();
        redis.close();
    }

    private static ConfigurableApplicationContext startSampler() {
        return harness.start(
                "--hotspan.sampler.redis.url=" + redis.url(),
                "--hotspan.sampler.inactivity=300ms",
                "--hotspan.sampler.policies[0].name=errors",
                "--hotspan.sampler.policies[0].type=error",
                "--hotspan.sampler.policies[1].name=none",
                "--hotspan.sampler.policies[1].type=probability",
                "--hotspan.sampler.policies[1].probability=0");
    }

    private static String rule(String more) {
        return "{\"match\":{\"span\":[{\"key\":\"http.route\",\"op\":\"starts_with\",\"value\":\"/cart\"}]}," + more
                + "}";
    }

    private static String make(String more) {
        AdminClient.Answer made = admin.post(RULES, rule(more));
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    /** Sends so many new traces and waits for their decisions, which are committed then. */
    private static List<Decision> decide(int traces, boolean error) {
        long first = lastTrace + 1;
        lastTrace += traces;
        for (long trace = first; trace <= lastTrace; trace++) {
            TraceId id = new TraceId(9, trace);
            harness.send(id, message(span(id, 1, Duration.ofMillis(10), error, "")));
        }
        harness.flush();
        await().atMost(Duration.ofSeconds(30)).until(() -> decisionsFrom(first).size() == traces);
        // The counters move when the commit has returned, a moment after others can read what it committed.
        await().until(() ->
                harness.account(here).spansUndecided() + harness.account(there).spansUndecided() == 0);
        return decisionsFrom(first);
    }

    private static List<Decision> decisionsFrom(long first) {
        return harness.decisions().stream()
                .filter(decision -> decision.high() == 9 && decision.low() >= first)
                .toList();
    }

    private static String state(AdminClient client, String id) {
        return client.get(RULES + "/" + id).text("/state");
    }

    private static long partitions(ConfigurableApplicationContext sampler) {
        return Math.round(gauge(sampler, "partitions"));
    }

    private static double gauge(ConfigurableApplicationContext sampler, String name) {
        return sampler.getBean(MeterRegistry.class)
                .get("tail_sampling." + name)
                .gauge()
                .value();
    }

    private static long forceSampled() {
        return Stream.of(here, there)
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
