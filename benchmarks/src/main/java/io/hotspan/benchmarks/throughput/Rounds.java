package io.hotspan.benchmarks.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of one contest measured.
 *
 * @param stage one cost a round
 * @param baseline the same rounds' baselines
 */
record Rounds(String stageName, String baselineName, List<Cost> stage, List<Cost> baseline) {

    Rounds {
        stage = List.copyOf(stage);
        baseline = List.copyOf(baseline);
    }

    /** Stage and baseline in turn, so that a machine that is busy with other things for a while hinders both. */
    static Rounds of(Contest contest, int warmups, int rounds, Progress progress) throws Exception {
        List<Cost> stage = new ArrayList<>();
        List<Cost> baseline = new ArrayList<>();
        for (int round = -warmups; round < rounds; round++) {
            System.gc(); // nobody pays for another's garbage
            Cost ours = contest.runStage();
            System.gc();
            Cost plain = contest.runBaseline();
            progress.round(contest.stage(), round, ours, plain);
            if (round >= 0) {
                stage.add(ours);
                baseline.add(plain);
            }
        }
        return new Rounds(contest.stage(), contest.baseline(), stage, baseline);
    }

    /** The baseline's time as a share of the stage's, round by round: 1 is as fast as plain. */
    Spread timeRatio() {
        return ratio(Cost::wallNanos);
    }

    /** The same of processor time. */
    Spread cpuRatio() {
        return ratio(Cost::cpuNanos);
    }

    private Spread ratio(ToDoubleFunction<Cost> of) {
        double[] ratios = new double[stage.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = of.applyAsDouble(baseline.get(i)) / of.applyAsDouble(stage.get(i));
        }
        return Spread.of(ratios);
    }
}
