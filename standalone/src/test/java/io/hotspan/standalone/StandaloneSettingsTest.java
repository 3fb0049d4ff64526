package io.hotspan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandaloneSettingsTest {

    private static final Path HOME = Path.of("/opt/hotspan");

    @Test
    void paths_areMadeAbsolute() {
        StandaloneSettings settings = new StandaloneSettings(HOME, Path.of("data"), false, 50, 3000, 4317, 4318);
        assertThat(settings.dataDirectory()).isAbsolute();
        assertThat(settings.logFile()).isEqualTo(settings.dataDirectory().resolve("logs/hotspan.log"));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.5, true", "1000000, true"})
    void rate_decidesOnTraffic(double rate, boolean traffic) {
        assertThat(new StandaloneSettings(HOME, HOME, false, rate, 3000, 4317, 4318).hasTraffic())
                .isEqualTo(traffic);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void rateOutOfRange_isRefused(double rate) {
        assertThatThrownBy(() -> new StandaloneSettings(HOME, HOME, false, rate, 3000, 4317, 4318))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("--rate must be");
    }

    @ParameterizedTest
    @CsvSource({"0, 4317, 4318, --port", "3000, -1, 4318, --otlp-grpc-port", "3000, 4317, 65536, --otlp-http-port"})
    void portOutOfRange_isRefusedByItsOption(int page, int grpc, int http, String option) {
        assertThatThrownBy(() -> new StandaloneSettings(HOME, HOME, false, 50, page, grpc, http))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(option + " must be");
    }
}
