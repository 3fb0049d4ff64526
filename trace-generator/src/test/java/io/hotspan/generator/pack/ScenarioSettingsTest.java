package io.hotspan.generator.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioSettingsTest {

    private final ScenarioSettings settings =
            new ScenarioSettings(Map.of("S1", new ScenarioState(true, 0.6), "S2", new ScenarioState(false, 0.6)));

    @Test
    void with_aNewState_leavesTheOthersAndTheOriginalAlone() {
        ScenarioSettings changed = settings.with("S1", new ScenarioState(false, 0));
        assertThat(changed.of("S1")).isEqualTo(new ScenarioState(false, 0));
        assertThat(changed.of("S2")).isEqualTo(settings.of("S2"));
        assertThat(settings.of("S1").enabled()).isTrue();
    }

    @Test
    void shares_ofEnabledScenariosAboveOne_areRefused() {
        assertThatThrownBy(() -> settings.with("S2", new ScenarioState(true, 0.6)))
                .hasMessageContaining("above 1");
        assertThat(settings.with("S2", new ScenarioState(true, 0.4)).of("S2").share())
                .isEqualTo(0.4);
    }

    @Test
    void share_outsideZeroToOne_isRefused() {
        assertThatThrownBy(() -> new ScenarioState(true, 1.1)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> new ScenarioState(true, Double.NaN)).hasMessageContaining("from 0 to 1");
    }

    @Test
    void scenario_unknown_isRefused() {
        assertThatThrownBy(() -> settings.of("S9")).hasMessageContaining("S9");
    }
}
