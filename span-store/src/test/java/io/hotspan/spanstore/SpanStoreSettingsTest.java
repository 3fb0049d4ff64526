package io.hotspan.spanstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.spanstore.query.QueryLimits;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanStoreSettingsTest {
    private static final URI URL = URI.create("https://clickhouse.example:8443");

    @Test
    void defaults_areTheCollectorsTable() {
        assertThat(SpanStoreSettings.at(URL))
                .isEqualTo(new SpanStoreSettings(
                        URL, "default", "", "otel", "otel_traces", QueryLimits.DEFAULT, 16, Duration.ofDays(30)));
        assertThat(SpanStoreSettings.at(URL).qualifiedLookupTable()).isEqualTo("otel.otel_traces_trace_id_ts");
        assertThat(QueryLimits.DEFAULT).isEqualTo(new QueryLimits(Duration.ofSeconds(30), 2L << 30, 1_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "a`", "a;drop", "1a", "é"})
    void names_needNoQuoting(String name) {
        assertThatThrownBy(() -> SpanStoreSettings.at(URL).withDatabase(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("database");
    }

    @Test
    void urlOfAnotherKind_isRefused() {
        assertThatThrownBy(() -> SpanStoreSettings.at(URI.create("jdbc:clickhouse://x")))
                .hasMessageContaining("http://localhost:8123");
    }

    @Test
    void retention_isWholeHours() {
        assertThatThrownBy(() ->
                        new SpanStoreSettings(URL, "u", "", "d", "t", QueryLimits.DEFAULT, 1, Duration.ofMinutes(90)))
                .hasMessageContaining("retention");
    }

    @Test
    void decisions_areKeptForAWeekAtMostUnlessAskedFor() {
        assertThat(SpanStoreSettings.at(URL).decisionRetention()).isEqualTo(Duration.ofDays(7));
        assertThat(kept(Duration.ofHours(5)).decisionRetention()).isEqualTo(Duration.ofHours(5));
        assertThat(kept(Duration.ZERO).decisionRetention()).isEqualTo(Duration.ZERO);
        assertThatThrownBy(() -> new SpanStoreSettings(
                        URL, "u", "", "d", "t", QueryLimits.DEFAULT, 1, Duration.ZERO, Duration.ofMinutes(90)))
                .hasMessageContaining("decision-retention");
    }

    private static SpanStoreSettings kept(Duration retention) {
        return new SpanStoreSettings(URL, "u", "", "d", "t", QueryLimits.DEFAULT, 1, retention);
    }

    @Test
    void password_isNotPrinted() {
        SpanStoreSettings settings =
                new SpanStoreSettings(URL, "u", "secret", "d", "t", QueryLimits.DEFAULT, 1, Duration.ZERO);
        assertThat(settings).asString().doesNotContain("secret");
    }
}
