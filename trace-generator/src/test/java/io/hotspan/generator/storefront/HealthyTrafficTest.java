package io.hotspan.generator.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.pack.ScenarioState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Traffic with the failures switched off: attributes tell nothing about each other, and noise has no cause. */
class HealthyTrafficTest {

    private static final List<Facts> SAMPLE = Sample.facts(50_000, Sample.ALL_OFF);

    private static final Map<String, Function<Facts, String>> ATTRIBUTES = attributes();

    @Test
    void attributes_withScenariosOff_areIndependentOfEachOther() {
        ATTRIBUTES.forEach((one, valueOfOne) -> ATTRIBUTES.forEach((other, valueOfOther) -> {
            if (one.compareTo(other) < 0) {
                assertIndependent(SAMPLE, one, valueOfOne, other, valueOfOther);
            }
        }));
    }

    @Test
    void method_withinARoute_isIndependentOfTheOtherAttributes() {
        List<Facts> orders = SAMPLE.stream()
                .filter(facts -> facts.route().equals("/api/orders"))
                .toList();
        ATTRIBUTES.forEach((name, value) -> {
            if (!name.equals("route")) {
                assertIndependent(orders, "method", Facts::method, name, value);
            }
        });
    }

    @Test
    void slowTraces_withScenariosOff_areIndependentOfEveryAttribute() {
        ATTRIBUTES.forEach((name, value) -> {
            if (!name.equals("route")) {
                assertIndependent(SAMPLE, "slow", facts -> String.valueOf(facts.millis() > 300), name, value);
            }
        });
    }

    @Test
    void errors_withScenariosOff_areThreeInAThousand() {
        assertThat(share(facts -> facts.status() >= 500)).isCloseTo(0.003, within(0.001));
        assertThat(share(facts -> facts.status() >= 400 && facts.status() < 500))
                .isCloseTo(0.012, within(0.002));
    }

    @Test
    void slowTail_withScenariosOff_exists() {
        assertThat(share(facts -> facts.millis() > 500)).isBetween(0.001, 0.006);
        assertThat(SAMPLE).allMatch(facts -> facts.trace().causes().isEmpty());
    }

    @Test
    void scenario_switchedOff_leavesItsTriggerHealthy() {
        for (Failure failure : Failure.values()) {
            ScenarioSettings without = Sample.ALL_ON.with(failure.name(), new ScenarioState(false, 0.02));
            assertThat(Sample.facts(2_000, without)).noneMatch(facts -> facts.carries(failure.name()));
        }
    }

    @Test
    void share_ofAScenario_steersThatFractionOfAllTraffic() {
        ScenarioSettings onlyS4 = Sample.ALL_OFF.with("S4", new ScenarioState(true, 0.25));
        List<Facts> facts = Sample.facts(10_000, onlyS4);
        double struck = facts.stream().filter(one -> one.carries("S4")).count() / 10_000.0;
        assertThat(struck).isCloseTo(0.25, within(0.02));
    }

    @Test
    void scenario_withShareZero_strikesOnlyWhatComesByItself() {
        ScenarioSettings onlyS7 = Sample.ALL_OFF.with("S7", new ScenarioState(true, 0));
        double struck = Sample.facts(20_000, onlyS7).stream()
                        .filter(one -> one.carries("S7"))
                        .count()
                / 20_000.0;
        assertThat(struck).isCloseTo(0.1 * 0.24, within(0.005));
    }

    private static void assertIndependent(
            List<Facts> sample,
            String one,
            Function<Facts, String> valueOfOne,
            String other,
            Function<Facts, String> valueOfOther) {
        ChiSquare test = ChiSquare.of(sample, valueOfOne, valueOfOther);
        assertThat(test.statistic())
                .as("%s and %s, %d degrees of freedom", one, other, test.degreesOfFreedom())
                .isLessThan(test.bound());
    }

    private static double share(Predicate<Facts> condition) {
        return SAMPLE.stream().filter(condition).count() / (double) SAMPLE.size();
    }

    private static Map<String, Function<Facts, String>> attributes() {
        Map<String, Function<Facts, String>> attributes = new LinkedHashMap<>();
        attributes.put("route", Facts::route);
        attributes.put("region", Facts::region);
        attributes.put("tenant", Facts::tenant);
        attributes.put("flag", Facts::flag);
        attributes.put("platform", Facts::platform);
        attributes.put("build", Facts::build);
        attributes.put("pod", Facts::gatewayPod);
        return attributes;
    }

    /** Pearson's test of independence. */
    private record ChiSquare(double statistic, int degreesOfFreedom) {

        static ChiSquare of(List<Facts> sample, Function<Facts, String> rowOf, Function<Facts, String> columnOf) {
            Map<String, Long> rows = counts(sample, rowOf);
            Map<String, Long> columns = counts(sample, columnOf);
            Map<String, Long> cells = counts(sample, facts -> rowOf.apply(facts) + '|' + columnOf.apply(facts));
            double statistic = 0;
            for (var row : rows.entrySet()) {
                for (var column : columns.entrySet()) {
                    double expected = row.getValue() * (double) column.getValue() / sample.size();
                    double observed = cells.getOrDefault(row.getKey() + '|' + column.getKey(), 0L);
                    statistic += (observed - expected) * (observed - expected) / expected;
                }
            }
            return new ChiSquare(statistic, (rows.size() - 1) * (columns.size() - 1));
        }

        /** Exceeded once in 30,000 tests of independent attributes (Wilson and Hilferty's approximation at z = 4). */
        double bound() {
            double ninth = 2.0 / (9 * degreesOfFreedom);
            return degreesOfFreedom * Math.pow(1 - ninth + 4 * Math.sqrt(ninth), 3);
        }

        private static Map<String, Long> counts(List<Facts> sample, Function<Facts, String> key) {
            return sample.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
        }
    }
}
