package io.hotspan.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.SamplerProperties.Buffer;
import io.hotspan.sampling.SamplerProperties.LateSpans;
import io.hotspan.sampling.SamplerProperties.Redis;
import io.hotspan.sampling.SamplerProperties.Rollups;
import io.hotspan.sampling.SamplerProperties.Topics;
import io.hotspan.sampling.SamplerProperties.Transaction;
import io.hotspan.sampling.policy.ErrorPolicy;
import io.hotspan.sampling.policy.LatencyPolicy;
import io.hotspan.sampling.policy.PolicySet.Precedence;
import io.hotspan.sampling.policy.ProbabilityPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class SamplerPropertiesTest {

    private static final SamplerProperties DEFAULTS = new SamplerProperties(
            "",
            "tail-sampler",
            2,
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            new Topics(
                    "otel-traces-raw",
                    "otel-traces-sampled",
                    "sampling-decisions",
                    "span-rollups",
                    "otel-traces-raw.dlt",
                    4,
                    (short) -1,
                    Duration.ofDays(7)),
            new Buffer(DataSize.ofMegabytes(256), Duration.ofSeconds(1)),
            new Transaction(Duration.ofSeconds(1), DataSize.ofMegabytes(16), Duration.ofSeconds(15)),
            new LateSpans(Duration.ofMinutes(10), 500_000),
            new Rollups(1_000),
            new Redis("", Duration.ofSeconds(2)),
            false,
            Precedence.ALL_VOTE,
            "",
            List.of());

    private final ApplicationContextRunner bare = new ApplicationContextRunner().withUserConfiguration(Bound.class);
    private final ApplicationContextRunner withYaml = bare.withPropertyValues("spring.config.name=tail-sampler")
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @Test
    void defaults_areThoseDocumented() {
        bare.run(context -> assertThat(context.getBean(SamplerProperties.class)).isEqualTo(DEFAULTS));
    }

    @Test
    void yaml_hasTheSameDefaultsAndThePolicies() {
        withYaml.run(context -> {
            SamplerProperties settings = context.getBean(SamplerProperties.class);
            assertThat(settings)
                    .usingRecursiveComparison()
                    .ignoringFields("policies")
                    .isEqualTo(DEFAULTS);
            assertThat(settings.policySet().policies())
                    .containsExactly(
                            new ErrorPolicy("errors"),
                            new LatencyPolicy("slow", Duration.ofSeconds(2)),
                            new ProbabilityPolicy("rest", 0.1));
        });
    }

    @Test
    void explicitValues_allArrive() {
        withYaml.withPropertyValues(
                        "TAIL_SAMPLER_INSTANCE_ID=a",
                        "TAIL_SAMPLER_GROUP_ID=b",
                        "TAIL_SAMPLER_CONCURRENCY=3",
                        "TAIL_SAMPLER_INACTIVITY=5s",
                        "TAIL_SAMPLER_MAX_TRACE_AGE=6m",
                        "TAIL_SAMPLER_INPUT_TOPIC=c",
                        "TAIL_SAMPLER_OUTPUT_TOPIC=d",
                        "TAIL_SAMPLER_DECISIONS_TOPIC=e",
                        "TAIL_SAMPLER_DEAD_LETTER_TOPIC=f",
                        "TAIL_SAMPLER_ROLLUPS_TOPIC=g",
                        "TAIL_SAMPLER_ROLLUPS_MAX_OPERATIONS=8",
                        "TAIL_SAMPLER_PARTITIONS=7",
                        "TAIL_SAMPLER_REPLICATION_FACTOR=3",
                        "TAIL_SAMPLER_DECISION_RETENTION=2d",
                        "TAIL_SAMPLER_BUFFER_BUDGET=1GB",
                        "TAIL_SAMPLER_BUFFER_PATIENCE=2s",
                        "TAIL_SAMPLER_TRANSACTION_INTERVAL=200ms",
                        "TAIL_SAMPLER_TRANSACTION_MAX_BYTES=1MB",
                        "TAIL_SAMPLER_TRANSACTION_TIMEOUT=20s",
                        "TAIL_SAMPLER_REMEMBER_DECISIONS=1m",
                        "TAIL_SAMPLER_MAX_DECISIONS=9",
                        "TAIL_SAMPLER_REDIS_URL=redis://shared:6379",
                        "TAIL_SAMPLER_REDIS_REFRESH=3s",
                        "TAIL_SAMPLER_DRY_RUN=true",
                        "TAIL_SAMPLER_PRECEDENCE=first-match",
                        "TAIL_SAMPLER_POLICIES_FILE=/etc/policies.yml",
                        "TAIL_SAMPLER_SLOW_TRACE=3s",
                        "TAIL_SAMPLER_PROBABILITY=0.5")
                .run(context -> {
                    SamplerProperties settings = context.getBean(SamplerProperties.class);
                    assertThat(settings)
                            .usingRecursiveComparison()
                            .ignoringFields("policies")
                            .isEqualTo(new SamplerProperties(
                                    "a",
                                    "b",
                                    3,
                                    Duration.ofSeconds(5),
                                    Duration.ofMinutes(6),
                                    new Topics("c", "d", "e", "g", "f", 7, (short) 3, Duration.ofDays(2)),
                                    new Buffer(DataSize.ofGigabytes(1), Duration.ofSeconds(2)),
                                    new Transaction(
                                            Duration.ofMillis(200), DataSize.ofMegabytes(1), Duration.ofSeconds(20)),
                                    new LateSpans(Duration.ofMinutes(1), 9),
                                    new Rollups(8),
                                    new Redis("redis://shared:6379", Duration.ofSeconds(3)),
                                    true,
                                    Precedence.FIRST_MATCH,
                                    "/etc/policies.yml",
                                    List.of()));
                    assertThat(settings.policySet().policies())
                            .contains(
                                    new LatencyPolicy("slow", Duration.ofSeconds(3)),
                                    new ProbabilityPolicy("rest", 0.5));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "concurrency, 0, must be at least 1",
        "topics.partitions, 0, must be at least 1",
        "buffer.budget, 10KB, must be at least 1MB",
        "buffer.patience, -1s, must not be negative",
        "transaction.interval, 15s, must lie between 0 and the timeout",
        "rollups.max-operations, 0, must be at least 1",
        "late-spans.max-decisions, 0, must be at least 1",
        "late-spans.remember, -1s, must not be negative",
        "redis.url, http://shared:6379, must start with redis://",
        "redis.refresh, 10ms, must be at least 100ms"
    })
    void settingOutOfRange_isRefusedWithWhatToChange(String setting, String value, String message) {
        bare.withPropertyValues("hotspan.sampler." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("hotspan.sampler." + setting)
                        .hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SamplerProperties.class)
    static class Bound {}
}
