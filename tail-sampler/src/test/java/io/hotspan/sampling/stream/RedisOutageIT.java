package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.RuleSharers.RULES;
import static io.hotspan.sampling.stream.RuleSharers.gauge;
import static io.hotspan.sampling.stream.RuleSharers.rule;
import static io.hotspan.sampling.stream.RuleSharers.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.testing.AdminClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Rules that several instances share, while Redis is away. */
class RedisOutageIT {

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
    void redisKilled_leavesTheLastKnownRulesInForceAndComesBackWithoutARestart() {
        String id = sharers.make("\"action\":\"force_keep\"");
        await().until(() -> other.get(RULES + "/" + id).status() == 200);
        int port = sharers.redisPort();
        sharers.killRedis();

        await().atMost(Duration.ofSeconds(10)).until(() -> admin.get("/health").status() == 503);
        assertThat(admin.get("/health").text("/components/forceRules/details/problem"))
                .contains("Redis at 127.0.0.1:" + port + " does not answer");
        assertThat(admin.get("/health/ready").status()).isEqualTo(200);
        assertThat(admin.get("/health/live").status()).isEqualTo(200);
        assertThat(admin.get(RULES).text("/problem")).contains("does not answer");
        assertThat(gauge(sharers.here, "rules.reachable")).isZero();

        AdminClient.Answer refused = admin.post(RULES, rule("\"action\":\"force_keep\""));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/type")).isEqualTo("urn:hotspan:problem:rules-unavailable");
        assertThat(admin.send("DELETE", RULES + "/" + id, "").status()).isEqualTo(503);
        assertThat(sharers.decide(10, false))
                .allMatch(decision -> decision.ruling().policy().equals(id));

        sharers.startRedis();
        long back = System.nanoTime();
        await().atMost(Duration.ofSeconds(10)).until(() -> admin.get("/health").status() == 200);
        System.out.printf("Redis was noticed to be back after %d ms%n", (System.nanoTime() - back) / 1_000_000);
        // What was counted meanwhile is not lost, and notices arrive again.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> other.get(RULES + "/" + id).body().get("matches").longValue() == 10);
        assertThat(admin.post(RULES + "/" + id + "/disable", "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(1)).until(() -> state(other, id).equals("disabled"));
        assertThat(sharers.decide(5, false))
                .noneMatch(decision -> decision.ruling().kept());
    }

    @Test
    void samplerWithoutRedisAtItsStart_worksAndFindsItLater() {
        sharers.stopRedis();
        ConfigurableApplicationContext late = sharers.startSampler();
        AdminClient client = new AdminClient(late);
        assertThat(client.get("/health").text("/components/forceRules/status")).isEqualTo("DOWN");
        assertThat(client.post(RULES, rule("\"action\":\"force_keep\"")).status())
                .isEqualTo(503);

        sharers.startRedis();
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        client.post(RULES, rule("\"action\":\"force_keep\"")).status() == 201);
        sharers.harness.stop(late);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !admin.get(RULES).body().get("rules").isEmpty());
    }
}
