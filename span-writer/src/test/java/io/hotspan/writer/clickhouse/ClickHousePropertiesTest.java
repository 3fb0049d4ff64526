package io.hotspan.writer.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClickHousePropertiesTest {

    @Test
    void defaults_areAsDocumented() {
        assertThat(bind(Map.of()).settings())
                .isEqualTo(new SpanStoreSettings(
                        URI.create("http://localhost:8123"),
                        "default",
                        "",
                        "otel",
                        "otel_traces",
                        new QueryLimits(Duration.ofSeconds(60), 2L << 30, Integer.MAX_VALUE),
                        2,
                        Duration.ofDays(30),
                        Duration.ofDays(7)));
    }

    @Test
    void explicitValues_areTaken() {
        assertThat(bind(Map.of(
                                "url", "https://ch:8443",
                                "username", "u",
                                "password", "p",
                                "database", "d",
                                "table", "t",
                                "retention", "0",
                                "decision-retention", "48h",
                                "max-execution-time", "5s",
                                "max-memory", "64MB"))
                        .settings())
                .isEqualTo(new SpanStoreSettings(
                        URI.create("https://ch:8443"),
                        "u",
                        "p",
                        "d",
                        "t",
                        new QueryLimits(Duration.ofSeconds(5), 64L << 20, Integer.MAX_VALUE),
                        2,
                        Duration.ZERO,
                        Duration.ofDays(2)));
    }

    @Test
    void tableWithAQuote_isRefusedAtStart() {
        assertThatThrownBy(() -> bind(Map.of("table", "a'b")))
                .rootCause()
                .hasMessageContaining("table must be letters");
    }

    private static ClickHouseProperties bind(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((name, value) -> source.put("hotspan.clickhouse." + name, value));
        return new Binder(source).bindOrCreate("hotspan.clickhouse", ClickHouseProperties.class);
    }
}
