package io.hotspan.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.benchmarks.throughput.ThroughputSettings.Stage;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThroughputSettingsTest {

    @Test
    void sizes_thatAreNotPositive_areRefusedByTheirOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThroughputSettings(0, 1, 0, 1, 1, 1, 1, Set.of(Stage.WRITER), ""))
                .withMessageContaining("--spans");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThroughputSettings(1, 1, -1, 1, 1, 1, 1, Set.of(Stage.WRITER), ""))
                .withMessageContaining("--warmups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThroughputSettings(1, 1, 0, 1, 1, Double.NaN, 1, Set.of(Stage.WRITER), ""))
                .withMessageContaining("--traces-per-second");
    }
}
