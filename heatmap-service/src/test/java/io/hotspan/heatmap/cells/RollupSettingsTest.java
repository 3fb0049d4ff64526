package io.hotspan.heatmap.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RollupSettingsTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new RollupSettings(true));
    }

    @Test
    void explicitValues() {
        assertThat(bound(Map.of("hotspan.heatmap.rollups.enabled", "false"))).isEqualTo(new RollupSettings(false));
    }

    private static RollupSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hotspan.heatmap.rollups", RollupSettings.class);
    }
}
