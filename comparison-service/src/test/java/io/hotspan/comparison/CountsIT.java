package io.hotspan.comparison;

import static io.hotspan.comparison.PlantedSpan.traffic;
import static io.hotspan.comparison.Question.SLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What is counted, held against counts made span by span and against other ways to ask the same. */
class CountsIT {
    @RegisterExtension
    static final ComparisonServer server = ComparisonServer.start();

    @Test
    void counts_equalAnIndependentCount() {
        List<PlantedSpan> spans = traffic(new Random(1), 4_000, span -> span.number() % 9 == 0);
        server.insert(spans);

        JsonNode answer = server.compare(Question.of(SLOW));

        Map<String, double[]> expected = counted(spans, PlantedSpan::isSlow);
        Map<String, double[]> actual = new TreeMap<>();
        for (String list : List.of("attributes", "outcomes")) {
            for (JsonNode attribute : answer.at("/" + list)) {
                for (JsonNode value : attribute.at("/values")) {
                    String name = attribute.at("/scope").asString() + " "
                            + attribute.at("/key").asString() + " "
                            + (value.at("/value").isNull()
                                    ? "(absent)"
                                    : value.at("/value").asString());
                    actual.put(name, new double[] {
                        value.at("/selected").asDouble(),
                                value.at("/selectedStored").asDouble(),
                        value.at("/baseline").asDouble(),
                                value.at("/baselineStored").asDouble()
                    });
                }
            }
        }
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, counts) -> assertThat(actual.get(name)).as(name).containsExactly(counts, within(1e-6)));
        assertThat(answer.at("/selection/spans").asDouble())
                .isCloseTo(weight(spans, PlantedSpan::isSlow), within(1e-6));
        assertThat(answer.at("/exact").asBoolean()).isFalse();
    }

    @Test
    void tableOfACollector_givesTheSameAnswer() {
        List<PlantedSpan> spans = traffic(new Random(6), 2_000, span -> span.has("feature_flag", "f1"));
        server.insert(spans.stream().map(PlantedSpan::unsampled).toList());
        JsonNode ours = server.compare(Question.of(SLOW));

        try (ComparisonServer bare = ComparisonServer.over(server.table().collectorCopy())) {
            JsonNode theirs = bare.compare(Question.of(SLOW));

            assertThat(theirs.at("/notices/0/code").asString()).isEqualTo("computed");
            for (String part : List.of("selection", "baseline", "attributes", "outcomes", "operations", "exact")) {
                assertThat(theirs.get(part)).as(part).isEqualTo(ours.get(part));
            }
        }
    }

    @Test
    void predicates_selectAsBoxesDo() {
        server.insert(traffic(new Random(6), 2_000, span -> span.has("feature_flag", "f1")));

        JsonNode boxes = server.compare(Question.of(SLOW));
        JsonNode predicates = server.compare(Question.of(
                Map.of("predicate", "{ duration > 1s }"),
                Map.of("kind", "predicate", "predicate", "{ duration <= 1s }")));

        assertThat(predicates).isEqualTo(boxes);
    }

    private static double weight(List<PlantedSpan> spans, Predicate<PlantedSpan> which) {
        return spans.stream().filter(which).mapToDouble(PlantedSpan::weight).sum();
    }

    /** Selected weight and rows, baseline weight and rows of each attribute value, counted span by span. */
    private static Map<String, double[]> counted(List<PlantedSpan> spans, Predicate<PlantedSpan> selected) {
        Map<String, double[]> counts = new TreeMap<>();
        Set<String> keys = new TreeSet<>();
        spans.forEach(span -> span.attributes().keySet().forEach(keys::add));
        for (PlantedSpan span : spans) {
            int side = selected.test(span) ? 0 : 2;
            List<String> names = new ArrayList<>();
            span.resource().forEach((key, value) -> names.add("resource " + key + " " + value));
            keys.forEach(
                    key -> names.add("span " + key + " " + span.attributes().getOrDefault(key, "(absent)")));
            names.add("intrinsic status " + (span.failed() ? "Error" : "Unset"));
            names.add("intrinsic statusMessage ");
            for (String name : names) {
                double[] count = counts.computeIfAbsent(name, _ -> new double[4]);
                count[side] += span.weight();
                count[side + 1]++;
            }
        }
        return counts;
    }
}
