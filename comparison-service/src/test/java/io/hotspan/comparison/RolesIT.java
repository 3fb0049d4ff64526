package io.hotspan.comparison;

import static io.hotspan.comparison.PlantedSpan.traffic;
import static io.hotspan.comparison.Question.SLOW;
import static io.hotspan.comparison.Question.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What is a candidate for the cause, and what an outcome, an operation, or another word for the same. */
class RolesIT {
    @RegisterExtension
    static final ComparisonServer server = ComparisonServer.start();

    @Test
    void attributesThatSayTheSame_areFoldedAndOutcomesApart() {
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(new Random(3), 3_000, span -> span.has("feature_flag", "f1"))) {
            Map<String, String> attributes = new HashMap<>(span.attributes());
            attributes.put("zz.flag.copy", "copy of " + attributes.get("feature_flag"));
            attributes.put("http.response.status_code", span.isSlow() ? "504" : "200");
            spans.add(span.with(attributes));
        }
        server.insert(spans);

        JsonNode answer = server.compare(Question.of(SLOW));

        assertThat(answer.at("/attributes/0/key").asString()).isEqualTo("feature_flag");
        assertThat(answer.at("/attributes/0/sameAs/0/key").asString()).isEqualTo("zz.flag.copy");
        assertThat(answer.at("/attributes/0/sameAs/0/value").asString()).isEqualTo("copy of f1");
        assertThat(keys(answer, "attributes")).doesNotContain("zz.flag.copy", "http.response.status_code");
        assertThat(answer.at("/outcomes/0/key").asString()).isEqualTo("http.response.status_code");
    }

    @Test
    void whatOnlyTheRouteExplains_isNoCandidate() {
        // Checkouts are all POST; products are asked for both ways, and only by POST with flag f1 are they slow.
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(new Random(11), 6_000, span -> false)) {
            Map<String, String> attributes = new HashMap<>(span.attributes());
            boolean checkout = span.name().equals("op1");
            boolean post = checkout || span.number() % 2 == 0;
            attributes.put("http.route", checkout ? "/checkout" : "/" + span.name());
            attributes.put("http.request.method", post ? "POST" : "GET");
            attributes.put("tier", checkout ? "paid" : "free");
            PlantedSpan asked = span.with(attributes);
            boolean slow = asked.has("feature_flag", "f1")
                    && (checkout || (post && span.name().equals("op2")));
            spans.add(slow ? asked.slow() : asked);
        }
        server.insert(spans);

        JsonNode checkouts = server.compare(Question.with("filter", "{ .http.route != \"/op2\" }"));
        JsonNode products = server.compare(Question.with("filter", "{ .http.route != \"/checkout\" }"));

        assertThat(keys(checkouts, "attributes").getFirst()).isEqualTo("feature_flag");
        assertThat(checkouts.at("/beyondChance").asInt()).isEqualTo(1);
        assertThat(keys(checkouts, "operations")).contains("http.route", "http.request.method");
        assertThat(checkouts
                        .at("/operations/0/sameAs")
                        .valueStream()
                        .map(same -> same.at("/key").asString()))
                .containsExactlyInAnyOrder("tier", "name");
        assertThat(keys(products, "attributes").subList(0, 2)).containsExactly("feature_flag", "http.request.method");
    }

    @Test
    void sameOperation_takesAwayWhatOnlyTheOperationExplains() {
        // Every slow span is a checkout, and of the checkouts those with flag f1; checkouts have a tier of their own.
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(new Random(5), 4_000, span -> false)) {
            Map<String, String> attributes = new HashMap<>(span.attributes());
            boolean checkout = span.name().equals("op1");
            attributes.put("tier", checkout ? "paid" : "free");
            PlantedSpan tiered = span.with(attributes);
            spans.add(checkout && span.has("feature_flag", "f1") ? tiered.slow() : tiered);
        }
        server.insert(spans);

        JsonNode rest = server.compare(Question.of(SLOW));
        JsonNode same = server.compare(Question.of(SLOW, Map.of("kind", "rest", "sameOperation", true)));

        assertThat(keys(rest, "attributes").subList(0, 2)).containsExactlyInAnyOrder("feature_flag", "tier");
        assertThat(same.at("/attributes/0/key").asString()).isEqualTo("feature_flag");
        assertThat(same.at("/beyondChance").asInt()).isEqualTo(1);
        assertThat(same.at("/baseline/stored").asLong())
                .isEqualTo(spans.stream()
                        .filter(span -> span.name().equals("op1") && !span.isSlow())
                        .count());
        // One operation: its spans are counted as they are but for a common factor.
        assertThat(same.at("/baseline/spans").asDouble())
                .isCloseTo(same.at("/selection/spans").asDouble(), within(1e-6));
    }
}
