package io.hotspan.comparison;

import static io.hotspan.comparison.PlantedSpan.FROM;
import static io.hotspan.comparison.PlantedSpan.TO;
import static io.hotspan.comparison.PlantedSpan.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What a selection can be compared with, also where there is nothing. */
class BaselineIT {
    @RegisterExtension
    static final ComparisonServer server = ComparisonServer.start();

    @Test
    void anotherTime_isABaseline() {
        List<PlantedSpan> spans = traffic(new Random(7), 2_000, span -> false);
        server.insert(spans);
        Instant half = FROM.plusSeconds(900);

        JsonNode answer = server.compare(new HashMap<>(Map.of(
                "from", half.toString(),
                "to", TO.toString(),
                "selection", Map.of("predicate", "{}"),
                "baseline", Map.of("kind", "time", "from", FROM.toString(), "to", half.toString()))));

        assertThat(answer.at("/baseline/stored").asLong())
                .isEqualTo(
                        spans.stream().filter(span -> span.at().isBefore(half)).count());
        assertThat(answer.at("/selection/stored").asLong())
                .isEqualTo(
                        spans.stream().filter(span -> !span.at().isBefore(half)).count());
        assertThat(answer.at("/beyondChance").asInt()).isZero();
    }

    @Test
    void emptySides_areSaidToBeEmpty() {
        server.insert(traffic(new Random(8), 100, span -> false));

        JsonNode none =
                server.compare(Question.of(Map.of("predicate", "{ name = \"nothing\" }"), Map.of("kind", "rest")));
        JsonNode all = server.compare(Question.of(Map.of("predicate", "{}"), Map.of("kind", "rest")));

        assertThat(none.at("/notices/0/code").asString()).isEqualTo("empty-selection");
        assertThat(none.at("/attributes").isEmpty()).isTrue();
        assertThat(all.at("/notices/0/code").asString()).isEqualTo("empty-baseline");
    }
}
