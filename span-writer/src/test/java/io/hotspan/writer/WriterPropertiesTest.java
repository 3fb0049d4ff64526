package io.hotspan.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WriterPropertiesTest {

    @Test
    void defaults_areAsDocumented() {
        assertThat(bind(Map.of()))
                .isEqualTo(new WriterProperties(
                        "otel-traces-sampled",
                        "span-rollups",
                        "sampling-decisions",
                        "otel-traces-sampled.dlt",
                        "span-writer",
                        Duration.ofSeconds(5),
                        new WriterProperties.Batch(20_000, DataSize.ofMegabytes(16), Duration.ofSeconds(1)),
                        new WriterProperties.Retry(Duration.ofMillis(200), Duration.ofSeconds(10))));
    }

    @Test
    void explicitValues_areTaken() {
        assertThat(bind(Map.ofEntries(
                        Map.entry("topic", "t"),
                        Map.entry("rollup-topic", "r"),
                        Map.entry("decision-topic", "e"),
                        Map.entry("dead-letter-topic", "d"),
                        Map.entry("group-id", "g"),
                        Map.entry("revoke-timeout", "3s"),
                        Map.entry("batch.max-records", "7"),
                        Map.entry("batch.max-bytes", "9KB"),
                        Map.entry("batch.max-age", "250ms"),
                        Map.entry("retry.first-delay", "1s"),
                        Map.entry("retry.max-delay", "2s"))))
                .isEqualTo(new WriterProperties(
                        "t",
                        "r",
                        "e",
                        "d",
                        "g",
                        Duration.ofSeconds(3),
                        new WriterProperties.Batch(7, DataSize.ofKilobytes(9), Duration.ofMillis(250)),
                        new WriterProperties.Retry(Duration.ofSeconds(1), Duration.ofSeconds(2))));
    }

    @ParameterizedTest
    @CsvSource({
        "batch.max-records, 0",
        "batch.max-bytes, 1GB",
        "batch.max-age, 0s",
        "revoke-timeout, -1s",
        "retry.first-delay, 0s",
        "retry.max-delay, 1ms"
    })
    void valueOutOfBounds_isNamed(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of(name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("hotspan.writer." + name);
    }

    private static WriterProperties bind(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((name, value) -> source.put("hotspan.writer." + name, value));
        return new Binder(source).bindOrCreate("hotspan.writer", WriterProperties.class);
    }
}
