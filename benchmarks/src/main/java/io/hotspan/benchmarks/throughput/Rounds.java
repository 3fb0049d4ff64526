package io.hotspan.benchmarks.throughput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of one contest measured, against one baseline.
 *
 * @param stage one cost a round
 * @param baseline the same rounds' baselines
 */
record Rounds(String stageName, String baselineName, List<Cost> stage, List<Cost> baseline) {

    Rounds {
        stage = List.copyOf(stage);
        baseline = List.copyOf(baseline);
    }

    /**
     * Stage and baselines in turn, so that a machine that is busy with other things for a while hinders all; of each
     * baseline its own.
     */
    static List<Rounds> of(Contest contest, int warmups, int rounds, Progress progress) throws Exception {
        List<Cost> stage = new ArrayList<>();
        Map<Baseline, List<Cost>> baselines = new LinkedHashMap<>();
        contest.baselines().forEach(baseline -> baselines.put(baseline, new ArrayList<>()));
        for (int round = -warmups; round < rounds; round++) {
            progress.run(contest.stage(), round, keep(contest::runStage, round, stage));
            for (Map.Entry<Baseline, List<Cost>> baseline : baselines.entrySet()) {
                Baseline plain = baseline.getKey();
                progress.run(plain.name(), round, keep(plain.run(), round, baseline.getValue()));
            }
        }
        return baselines.entrySet().stream()
                .map(baseline -> new Rounds(contest.stage(), baseline.getKey().name(), stage, baseline.getValue()))
                .toList();
    }

    private static Cost keep(Callable<Cost> run, int round, List<Cost> costs) throws Exception {
        System.gc(); // nobody pays for another's garbage
        Cost cost = run.call();
        if (round >= 0) {
            costs.add(cost);
        }
        return cost;
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
