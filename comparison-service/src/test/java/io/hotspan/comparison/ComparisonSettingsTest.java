package io.hotspan.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ComparisonSettingsTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new ComparisonSettings(1_000));
    }

    @Test
    void explicitValue() {
        assertThat(bound(Map.of("hotspan.comparison.many-values", "50"))).isEqualTo(new ComparisonSettings(50));
    }

    @Test
    void outOfBounds_saysWhatToChange() {
        for (int wrong : new int[] {9, 100_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ComparisonSettings(wrong))
                    .withMessage("hotspan.comparison.many-values must lie between 10 and 100000, not " + wrong);
        }
    }

    private static ComparisonSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hotspan.comparison", ComparisonSettings.class);
    }
}
