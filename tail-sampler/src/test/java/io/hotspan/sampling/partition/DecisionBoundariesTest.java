package io.hotspan.sampling.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionBoundariesTest {

    @Test
    void offset_getsTheLogsEndAtTheLatestBoundaryBelowIt() {
        DecisionBoundaries boundaries = new DecisionBoundaries(100, 7);
        boundaries.add(150, 9);
        boundaries.add(200, 12);

        assertThat(boundaries.decisionEndAt(100)).isEqualTo(7);
        assertThat(boundaries.decisionEndAt(149)).isEqualTo(7);
        assertThat(boundaries.decisionEndAt(150)).isEqualTo(9);
        assertThat(boundaries.decisionEndAt(1000)).isEqualTo(12);
        assertThat(boundaries.size()).isEqualTo(1);
    }

    @Test
    void boundaryAtTheSamePosition_isReplacedByTheLaterOne() {
        DecisionBoundaries boundaries = new DecisionBoundaries(100, 7);
        boundaries.add(100, 8);

        assertThat(boundaries.decisionEndAt(100)).isEqualTo(8);
        assertThat(boundaries.size()).isEqualTo(1);
    }
}
