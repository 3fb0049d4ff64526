package io.hotspan.comparison;

import static io.hotspan.comparison.PlantedSpan.traffic;
import static io.hotspan.comparison.Question.SLOW;
import static io.hotspan.comparison.Question.keys;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What comes first, what counts for chance, and what is set aside. */
class RankingIT {
    @RegisterExtension
    static final ComparisonServer server = ComparisonServer.start();

    @Test
    void plantedCause_comesFirstAndNoiseIsNotBeyondChance() {
        server.insert(traffic(new Random(2), 4_000, span -> span.has("feature_flag", "f1") && span.inRegion("r2")));

        JsonNode answer = server.compare(Question.of(SLOW));

        assertThat(keys(answer, "attributes").subList(0, 2)).containsExactlyInAnyOrder("feature_flag", "cloud.region");
        assertThat(answer.at("/beyondChance").asInt()).isEqualTo(2);
        assertThat(answer.at("/attributes/0/values/0/selectedShare").asDouble()).isEqualTo(1);
    }

    @Test
    void nothingDifferent_isSaidToBeNothing() {
        int falseAlarms = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<PlantedSpan> spans = traffic(random, 1_000, span -> random.nextInt(10) == 0);
            server.insert(spans);
            falseAlarms += server.compare(Question.of(SLOW)).at("/beyondChance").asInt() > 0 ? 1 : 0;
        }
        // 5 % of 20 is 1; 4 or more have a probability of less than 2 %.
        assertThat(falseAlarms).isLessThan(4);
    }

    @Test
    void oneSpanOfGreatWeight_isOneObservation() {
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(new Random(10), 4_000, span -> span.number() % 9 == 0)) {
            Map<String, String> attributes = new HashMap<>(span.attributes());
            // Selected spans have weight 1; but for this one, which stands for 200 of 644 selected ones.
            attributes.put("rollout", span.number() == 9 ? "canary" : "stable");
            spans.add(span.with(attributes).withWeight(span.number() == 9 ? 200 : span.weight()));
        }
        server.insert(spans);

        JsonNode answer = server.compare(Question.of(SLOW));

        JsonNode rollout = answer.at("/attributes")
                .valueStream()
                .filter(attribute -> attribute.at("/key").asString().equals("rollout"))
                .findFirst()
                .orElseThrow();
        assertThat(rollout.at("/values/0/difference").asDouble()).isGreaterThan(0.3);
        assertThat(rollout.at("/beyondChance").asBoolean()).isFalse();
    }

    @Test
    void keyWithManyValues_isNamedAndItsFrequentValueStillCompared() {
        Random random = new Random(4);
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(random, 5_000, span -> false)) {
            boolean slow = random.nextInt(20) == 0;
            Map<String, String> attributes = new HashMap<>(span.attributes());
            attributes.put("request.id", "q" + span.number());
            attributes.put("user.id", slow ? "u-busy" : "u" + random.nextInt(3_000));
            spans.add(slow ? span.with(attributes).slow() : span.with(attributes));
        }
        server.insert(spans);

        JsonNode answer = server.compare(Question.of(SLOW));

        assertThat(answer.at("/highCardinality")
                        .valueStream()
                        .map(key -> key.at("/key").asString()))
                .containsExactly("request.id", "user.id");
        assertThat(answer.at("/highCardinality/0/selectedPresent").asDouble()).isEqualTo(1);
        assertThat(answer.at("/attributes/0/key").asString()).isEqualTo("user.id");
        assertThat(answer.at("/attributes/0/values/0/value").asString()).isEqualTo("u-busy");
        assertThat(answer.at("/attributes/0/values/0/baseline").asDouble()).isEqualTo(0);
        assertThat(keys(answer, "attributes")).doesNotContain("request.id");
    }
}
