package io.hotspan.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HeatmapLimitsTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new HeatmapLimits(10_000, 200_000, Duration.ofSeconds(2)));
    }

    @Test
    void explicitValues() {
        assertThat(bound(Map.of(
                        "hotspan.heatmap.max-trace-spans", "500",
                        "hotspan.heatmap.sampled-spans", "2000",
                        "hotspan.heatmap.lookup-time", "750ms")))
                .isEqualTo(new HeatmapLimits(500, 2_000, Duration.ofMillis(750)));
    }

    @Test
    void outOfBounds_saysWhatToChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatmapLimits(0, 200_000, Duration.ofSeconds(5)))
                .withMessage("hotspan.heatmap.max-trace-spans must lie between 1 and 100000, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatmapLimits(10_000, 1, Duration.ofSeconds(5)))
                .withMessageContaining("sampled-spans must lie between 1000 and 100000000, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatmapLimits(10_000, 200_000, Duration.ZERO))
                .withMessageContaining("lookup-time must lie between 100ms and 5m, not PT0S");
    }

    private static HeatmapLimits bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hotspan.heatmap", HeatmapLimits.class);
    }
}
