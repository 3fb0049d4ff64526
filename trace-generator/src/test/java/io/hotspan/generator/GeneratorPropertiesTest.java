package io.hotspan.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.generator.GeneratorProperties.ScenarioOverride;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class GeneratorPropertiesTest {

    @Test
    void defaults_withoutAnySetting_areThese() {
        assertThat(bind(Map.of()))
                .isEqualTo(new GeneratorProperties(
                        "storefront",
                        20_260_101,
                        50,
                        true,
                        null,
                        URI.create("http://localhost:4317"),
                        URI.create("http://localhost:4318"),
                        null,
                        new GeneratorProperties.Live(20_000, 1_024, Duration.ofMillis(200), Duration.ofSeconds(30)),
                        new GeneratorProperties.Bulk(4, 250, Duration.ofSeconds(30), Duration.ofMinutes(5)),
                        Map.of()));
    }

    @Test
    void settings_givenExplicitly_areBound() {
        Map<String, String> settings = new HashMap<>();
        settings.put("pack", "other");
        settings.put("seed", "-5");
        settings.put("traces-per-second", "0.5");
        settings.put("running", "false");
        settings.put("first-index", "77");
        settings.put("otlp-grpc-endpoint", "http://collector:14317");
        settings.put("otlp-http-endpoint", "http://collector:14318");
        settings.put("ground-truth-file", "truth.jsonl");
        settings.put("live.queue-spans", "10");
        settings.put("live.batch-spans", "5");
        settings.put("live.export-delay", "1s");
        settings.put("live.export-timeout", "2s");
        settings.put("bulk.workers", "3");
        settings.put("bulk.traces-per-request", "9");
        settings.put("bulk.request-timeout", "4s");
        settings.put("bulk.give-up-after", "1h");
        settings.put("scenarios.S1.enabled", "false");
        settings.put("scenarios.S2.share", "0.1");
        assertThat(bind(settings))
                .isEqualTo(new GeneratorProperties(
                        "other",
                        -5,
                        0.5,
                        false,
                        77L,
                        URI.create("http://collector:14317"),
                        URI.create("http://collector:14318"),
                        Path.of("truth.jsonl"),
                        new GeneratorProperties.Live(10, 5, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                        new GeneratorProperties.Bulk(3, 9, Duration.ofSeconds(4), Duration.ofHours(1)),
                        Map.of("S1", new ScenarioOverride(false, null), "S2", new ScenarioOverride(null, 0.1))));
    }

    @Test
    void pace_ofZero_isRefusedAtStart() {
        assertThatThrownBy(() -> bind(Map.of("traces-per-second", "0")))
                .hasRootCauseInstanceOf(BindValidationException.class);
    }

    @Test
    void groundTruthFile_leftEmpty_isNone() {
        assertThat(bind(Map.of("ground-truth-file", "")).groundTruthFile()).isNull();
    }

    private static GeneratorProperties bind(Map<String, String> settings) {
        GeneratorProperties[] bound = new GeneratorProperties[1];
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues(settings.entrySet().stream()
                        .map(setting -> "hotspan.generator." + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new))
                .run(context -> bound[0] = context.getBean(GeneratorProperties.class));
        return bound[0];
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GeneratorProperties.class)
    static class Bound {}
}
