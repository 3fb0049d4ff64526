package io.hotspan.comparison.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceTest {
    /** From a table of the normal distribution: 2.5 %, 0.25 % and 0.0025 % in each tail. */
    @Test
    void deviations_growWithTheNumberOfIntervals() {
        assertThat(Confidence.deviations(1)).isCloseTo(1.95996, within(1e-5));
        assertThat(Confidence.deviations(10)).isCloseTo(2.80703, within(1e-5));
        assertThat(Confidence.deviations(1_000)).isCloseTo(4.05563, within(1e-5));
        assertThat(Confidence.deviations(0)).isEqualTo(Confidence.deviations(1));
    }
}
