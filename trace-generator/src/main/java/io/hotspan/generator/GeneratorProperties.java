package io.hotspan.generator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the generator.
 *
 * @param pack name of the traffic pack
 * @param seed what all traffic is derived from
 * @param tracesPerSecond pace of live traffic
 * @param running whether live traffic starts with the service
 * @param firstIndex number of the first live trace; unset, it comes from the clock, so that a restart repeats no trace
 *     id
 * @param otlpGrpcEndpoint where live traffic goes, through the OpenTelemetry SDK
 * @param otlpHttpEndpoint where back-fills go; {@code /v1/traces} is appended
 * @param groundTruthFile JSON lines of which trace carries which planted cause; unset, none are written
 * @param live the pipeline of live traffic
 * @param bulk the pipeline of back-fills
 * @param scenarios by id, what deviates from the pack's defaults
 */
@Validated
@ConfigurationProperties("hotspan.generator")
public record GeneratorProperties(
        @DefaultValue("storefront") @NotBlank String pack,
        @DefaultValue("20260101") long seed,

        @DefaultValue("50") @Positive @Max(MAX_TRACES_PER_SECOND)
        double tracesPerSecond,

        @DefaultValue("true") boolean running,
        @Nullable Long firstIndex,
        @DefaultValue("http://localhost:4317") URI otlpGrpcEndpoint,
        @DefaultValue("http://localhost:4318") URI otlpHttpEndpoint,
        @Nullable Path groundTruthFile,
        @DefaultValue Live live,
        @DefaultValue Bulk bulk,
        @DefaultValue Map<String, ScenarioOverride> scenarios) {

    public static final long MAX_TRACES_PER_SECOND = 100_000;

    /**
     * The pipeline of live traffic.
     *
     * @param queueSpans spans that may wait for the receiver; traces beyond are dropped whole, and counted
     * @param batchSpans spans in one export
     * @param exportDelay longest wait of a span for its batch
     * @param exportTimeout longest an export may take, retries included
     */
    public record Live(
            @DefaultValue("20000") @Min(1) int queueSpans,
            @DefaultValue("1024") @Min(1) int batchSpans,
            @DefaultValue("200ms") Duration exportDelay,
            @DefaultValue("30s") Duration exportTimeout) {}

    /**
     * The pipeline of back-fills.
     *
     * @param workers requests under way at once
     * @param tracesPerRequest traces in one request
     * @param requestTimeout longest wait for one answer
     * @param giveUpAfter how long a request is repeated before its job fails
     */
    public record Bulk(
            @DefaultValue("4") @Min(1) @Max(64) int workers,
            @DefaultValue("250") @Min(1) @Max(10_000) int tracesPerRequest,
            @DefaultValue("30s") Duration requestTimeout,
            @DefaultValue("5m") Duration giveUpAfter) {}

    /** What deviates from a scenario's defaults; null leaves the default. */
    public record ScenarioOverride(
            @Nullable Boolean enabled, @Nullable Double share) {}
}
