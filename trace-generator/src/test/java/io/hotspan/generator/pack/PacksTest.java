package io.hotspan.generator.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.storefront.StorefrontPack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PacksTest {

    @Test
    void settings_withoutOverrides_areTheDefaults() {
        ScenarioSettings settings = settings(Map.of());
        assertThat(settings.of("S1")).isEqualTo(new ScenarioState(true, 0.02));
        assertThat(settings.states()).hasSize(8);
    }

    @Test
    void settings_overridden_deviateWhereToldTo() {
        ScenarioSettings settings = settings(Map.of("scenarios.S1.enabled", "false", "scenarios.S2.share", "0.3"));
        assertThat(settings.of("S1")).isEqualTo(new ScenarioState(false, 0.02));
        assertThat(settings.of("S2")).isEqualTo(new ScenarioState(true, 0.3));
    }

    @Test
    void override_ofAnUnknownScenario_isRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> settings(Map.of("scenarios.S9.enabled", "false")))
                .hasMessageContaining("hotspan.generator.scenarios.S9")
                .hasMessageContaining("S8");
    }

    @Test
    void shares_aboveOneInSum_areRefusedWithTheSettingToChange() {
        assertThatThrownBy(() -> settings(Map.of("scenarios.S1.share", "0.9")))
                .hasMessageContaining("Lower a share in hotspan.generator.scenarios");
        assertThat(settings(Map.of("scenarios.S1.share", "0.86")).of("S1").share())
                .isEqualTo(0.86);
    }

    @Test
    void pack_unknown_isRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> packs(Map.of("pack", "nonesuch")))
                .hasMessageContaining("hotspan.generator.pack")
                .hasMessageContaining("storefront");
    }

    private static ScenarioSettings settings(Map<String, String> settings) {
        return packs(settings).find("storefront").orElseThrow().settings();
    }

    private static Packs packs(Map<String, String> settings) {
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        return new Packs(List.of(new StorefrontPack()), binder.bindOrCreate("", GeneratorProperties.class));
    }
}
