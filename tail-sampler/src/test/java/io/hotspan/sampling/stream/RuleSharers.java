package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.redis.EmbeddedRedis;
import io.hotspan.sampling.testing.AdminClient;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two instances that share their rules through a real Redis. */
final class RuleSharers implements AutoCloseable {

    static final String RULES = "/admin/force-rules";

    final SamplerHarness harness = new SamplerHarness();
    final ConfigurableApplicationContext here;
    final ConfigurableApplicationContext there;
    final AdminClient admin;
    final AdminClient other;
    private final Path directory;
    private EmbeddedRedis redis;
    private long lastTrace;

    /** Starts them, with Redis' files in this directory. */
    RuleSharers(Path directory) {
        this.directory = directory;
        redis = EmbeddedRedis.start(directory, 0);
        here = startSampler();
        there = startSampler();
        admin = new AdminClient(here);
        other = new AdminClient(there);
        // Both take part before anything is sent, so that each decides some of it.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Stream.of(here, there).allMatch(sampler -> partitions(sampler) > 0));
    }

    int redisPort() {
        return redis.port();
    }

    void stopRedis() {
        redis.close();
    }

    void killRedis() {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").contains("redis"))
                        .filter(ProcessHandle::destroyForcibly))
                .isNotEmpty();
        redis.close();
    }

    /** Starts it again where it was. */
    void startRedis() {
        redis = EmbeddedRedis.start(directory, redis.port());
    }

    ConfigurableApplicationContext startSampler() {
        return harness.start(
                "--hotspan.sampler.redis.url=" + redis.url(),
                "--hotspan.sampler.inactivity=300ms",
                "--hotspan.sampler.policies[0].name=errors",
                "--hotspan.sampler.policies[0].type=error",
                "--hotspan.sampler.policies[1].name=none",
                "--hotspan.sampler.policies[1].type=probability",
                "--hotspan.sampler.policies[1].probability=0");
    }

    static String rule(String more) {
        return "{\"match\":{\"span\":[{\"key\":\"http.route\",\"op\":\"starts_with\",\"value\":\"/cart\"}]}," + more
                + "}";
    }

    String make(String more) {
        AdminClient.Answer made = admin.post(RULES, rule(more));
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    void deleteAll() {
        for (JsonNode rule : admin.get(RULES).body().get("rules")) {
            assertThat(admin.send("DELETE", RULES + "/" + rule.get("id").asString(), "")
                            .status())
                    .isEqualTo(204);
        }
        await().until(() -> other.get(RULES).body().get("rules").isEmpty());
    }

    /** Sends so many new traces and waits for their decisions, which are committed then. */
    List<Decision> decide(int traces, boolean error) {
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

    static String state(AdminClient client, String id) {
        return client.get(RULES + "/" + id).text("/state");
    }

    static double gauge(ConfigurableApplicationContext sampler, String name) {
        return sampler.getBean(MeterRegistry.class)
                .get("tail_sampling." + name)
                .gauge()
                .value();
    }

    @Override
    public void close() {
        harness.close();
        redis.close();
    }

    private List<Decision> decisionsFrom(long first) {
        return harness.decisions().stream()
                .filter(decision -> decision.high() == 9 && decision.low() >= first)
                .toList();
    }

    private static long partitions(ConfigurableApplicationContext sampler) {
        return Math.round(gauge(sampler, "partitions"));
    }
}
