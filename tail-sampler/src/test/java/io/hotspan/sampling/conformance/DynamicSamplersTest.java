package io.hotspan.sampling.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hotspan.sampling.policy.Judge;
import io.hotspan.sampling.policy.settings.PolicyFile;
import io.hotspan.telemetry.decision.Ruling;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dynamic samplers reach their goal, keep rare traces and estimate all traffic, on five minutes of uneven traffic. */
class DynamicSamplersTest {

    private static final int SECONDS = 300;
    private static final int WARM = 60;
    // Traces a second of each key; the last comes every ten seconds.
    private static final Map<String, Double> TRAFFIC = Map.of("a", 300.0, "b", 100.0, "c", 10.0, "d", 1.0, "e", 0.1);

    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();

    @Test
    void emaSampleRate_keepsOneInTenOnAverageAndRareTracesWhole() {
        run("type: ema-sample-rate, goal-sample-rate: 10", 1);

        assertThat(sum(seen) / (double) sum(kept)).isCloseTo(10, within(0.5));
        assertRareKeptAndTotalsEstimated();
    }

    @Test
    void emaThroughput_keepsItsTracesASecond() {
        run("type: ema-throughput, goal-traces-per-second: 20", 1);

        assertThat(sum(kept) / (double) (SECONDS - WARM)).isCloseTo(20, within(1.0));
        assertRareKeptAndTotalsEstimated();
    }

    @Test
    void windowedThroughput_keepsItsTracesASecond() {
        run("type: windowed-throughput, goal-traces-per-second: 20", 1);

        assertThat(sum(kept) / (double) (SECONDS - WARM)).isCloseTo(20, within(1.0));
        assertRareKeptAndTotalsEstimated();
    }

    /** Each of four partitions with all of this traffic keeps its quarter of the goal. */
    @Test
    void throughputGoal_isDividedAmongPartitions() {
        run("type: ema-throughput, goal-traces-per-second: 20", 4);

        assertThat(sum(kept) / (double) (SECONDS - WARM)).isCloseTo(5, within(0.5));
    }

    @Test
    void sameTraffic_isSampledAlike() {
        run("type: ema-throughput, goal-traces-per-second: 20", 1);
        Map<String, Integer> first = Map.copyOf(kept);
        kept.clear();
        run("type: ema-throughput, goal-traces-per-second: 20", 1);

        assertThat(kept).isEqualTo(first);
    }

    private void assertRareKeptAndTotalsEstimated() {
        assertThat(kept.get("e")).as("rarest").isEqualTo(seen.get("e"));
        assertThat(kept.get("a")).as("commonest").isLessThan(seen.get("a") / 10);
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(total).as("estimated traces").isCloseTo(sum(seen), within(0.05 * sum(seen)));
    }

    private void run(String settings, int partitions) {
        String yaml = "policies: [{name: d, " + settings + ", fields: [span.k]}]";
        Judge judge =
                new PolicyFile(Path.of("case")).parse(yaml.getBytes(UTF_8)).judge(partitions);
        Random random = new Random(2026);
        for (int tenth = 0; tenth < SECONDS * 10; tenth++) {
            long now = 1_000_000 + tenth * 100L;
            for (String key : TRAFFIC.keySet().stream().sorted().toList()) {
                double expected = TRAFFIC.get(key) / 10;
                int count = (int) expected + (random.nextDouble() < expected % 1 ? 1 : 0);
                byte[] bytes = new TraceText(1, "span.k=" + key).records().getFirst();
                for (int i = 0; i < count; i++) {
                    Ruling ruling = judge.rule(
                            new Facts(random.nextLong(1L << 56)),
                            visitor -> visitor.record(bytes, 0, bytes.length),
                            now);
                    if (tenth >= WARM * 10) {
                        seen.merge(key, 1, Integer::sum);
                        kept.merge(key, ruling.kept() ? 1 : 0, Integer::sum);
                        weights.merge(key, ruling.weight(), Double::sum);
                    }
                }
            }
        }
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
