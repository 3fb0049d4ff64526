package io.hotspan.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void ratio_ofEachRound_isOfThatRoundsBaseline() {
        Rounds rounds = new Rounds(
                "stage",
                "baseline",
                List.of(new Cost(100, 10, 0), new Cost(400, 10, 0), new Cost(100, 10, 0)),
                List.of(new Cost(50, 10, 0), new Cost(40, 20, 0), new Cost(90, 5, 0)));
        assertThat(rounds.timeRatio()).isEqualTo(new Spread(0.5, 0.1, 0.9));
        assertThat(rounds.cpuRatio()).isEqualTo(new Spread(1, 0.5, 2));
    }

    @Test
    void median_ofEvenCount_isBetweenTheMiddleTwo() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
    }
}
