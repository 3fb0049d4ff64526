package io.hotspan.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
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
    void rounds_ofSeveralBaselines_runInTurnAndLeaveWarmupsOut() throws Exception {
        List<String> runs = new ArrayList<>();
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        List<Rounds> all = Rounds.of(new Recorded(runs), 1, 2, new Progress(new PrintStream(shown), 1_000));

        assertThat(runs).containsExactly("stage", "one", "two", "stage", "one", "two", "stage", "one", "two");
        assertThat(all).extracting(Rounds::baselineName).containsExactly("one", "two");
        // Costs are numbered by run, from 1; the first three were warm-ups.
        assertThat(all).allSatisfy(rounds -> assertThat(rounds.stage()).containsExactly(cost(4), cost(7)));
        assertThat(all.get(0).baseline()).containsExactly(cost(5), cost(8));
        assertThat(all.get(1).baseline()).containsExactly(cost(6), cost(9));
        assertThat(shown.toString(UTF_8).lines())
                .hasSize(9)
                .first()
                .asString()
                .startsWith("warm-up, stage: 1,000,000,000,000 spans/s");
    }

    @Test
    void median_ofEvenCount_isBetweenTheMiddleTwo() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
    }

    private static Cost cost(long nanos) {
        return new Cost(nanos, nanos, 0);
    }

    /** A contest whose every run costs one more than the one before. */
    private record Recorded(List<String> runs) implements Contest {

        @Override
        public String stage() {
            return "stage";
        }

        @Override
        public Cost runStage() {
            return run("stage");
        }

        @Override
        public List<Baseline> baselines() {
            return List.of(new Baseline("one", () -> run("one")), new Baseline("two", () -> run("two")));
        }

        @Override
        public void end() {}

        private Cost run(String name) {
            runs.add(name);
            return cost(runs.size());
        }
    }
}
