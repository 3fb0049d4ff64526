package io.hotspan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ClickHousePropertiesTest {
    private static final URI LOCAL = URI.create("http://localhost:8123");

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ClickHouseProperties(
                        LOCAL,
                        "default",
                        "",
                        "otel",
                        "otel_traces",
                        Duration.ofSeconds(30),
                        DataSize.ofGigabytes(2),
                        16));
    }

    @Test
    void explicitValues_reachTheStore() {
        SpanStoreSettings settings = bound(Map.of(
                        "hotspan.clickhouse.url", "https://clickhouse:8443",
                        "hotspan.clickhouse.username", "reader",
                        "hotspan.clickhouse.password", "secret",
                        "hotspan.clickhouse.database", "traces",
                        "hotspan.clickhouse.table", "spans",
                        "hotspan.clickhouse.max-execution-time", "750ms",
                        "hotspan.clickhouse.max-memory", "64MB",
                        "hotspan.clickhouse.max-connections", "3"))
                .settings();

        assertThat(settings)
                .isEqualTo(new SpanStoreSettings(
                        URI.create("https://clickhouse:8443"),
                        "reader",
                        "secret",
                        "traces",
                        "spans",
                        new QueryLimits(Duration.ofMillis(750), 64 << 20, QueryLimits.DEFAULT.maxResultRows()),
                        3,
                        Duration.ZERO));
    }

    @Test
    void outOfBounds_saysWhatToChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ofSeconds(1), DataSize.ofMegabytes(1), 0))
                .withMessage("hotspan.clickhouse.max-connections must lie between 1 and 1000, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ZERO, DataSize.ofMegabytes(1), 1))
                .withMessage("hotspan.clickhouse.max-execution-time must lie between 100ms and 1h, not PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ofSeconds(1), DataSize.ofKilobytes(1), 1))
                .withMessage("hotspan.clickhouse.max-memory must be at least 1MB, not 1024B");
    }

    private static ClickHouseProperties limits(Duration time, DataSize memory, int connections) {
        return new ClickHouseProperties(LOCAL, "default", "", "otel", "otel_traces", time, memory, connections);
    }

    private static ClickHouseProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hotspan.clickhouse", ClickHouseProperties.class);
    }
}
