package io.hotspan.comparison;

import static io.hotspan.comparison.PlantedSpan.FROM;
import static io.hotspan.comparison.PlantedSpan.TO;
import static io.hotspan.comparison.Question.SLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every refusal names the field. */
class RefusalsIT {
    @RegisterExtension
    static final ComparisonServer server = ComparisonServer.without();

    @Test
    void faultyRequests_areRefusedByField() {
        Map<String, Object> box = Map.of("from", FROM.toString(), "to", TO.toString(), "aboveNanos", 5, "upToNanos", 5);
        Stream.of(
                        Map.entry("selection", Question.of(null, Map.of("kind", "rest"))),
                        Map.entry("selection.boxes", Question.of(Map.of(), null)),
                        Map.entry("selection.boxes", Question.of(Map.of("boxes", List.of()), null)),
                        Map.entry("selection.boxes[0].upToNanos", Question.of(Map.of("boxes", List.of(box)), null)),
                        Map.entry(
                                "selection.predicate",
                                Question.of(Map.of("boxes", List.of(box), "predicate", "{}"), null)),
                        Map.entry("selection.predicate", Question.of(Map.of("predicate", "{ .a == 1 }"), null)),
                        Map.entry("baseline.kind", Question.of(SLOW, Map.of("kind", "best"))),
                        Map.entry("baseline.predicate", Question.of(SLOW, Map.of("kind", "predicate"))),
                        Map.entry("baseline.from", Question.of(SLOW, Map.of("kind", "time"))),
                        Map.entry("limitValues", Question.with("limitValues", 0)),
                        Map.entry("scope", Question.with("scope", "leaf")),
                        Map.entry("colour", Question.with("colour", "red")))
                .forEach(refused -> assertThat(server.refused(refused.getValue())
                                .at("/errors/0/field")
                                .asString())
                        .isEqualTo(refused.getKey()));
    }
}
