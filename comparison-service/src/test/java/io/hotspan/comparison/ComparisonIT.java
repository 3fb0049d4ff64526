package io.hotspan.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComparisonIT {
    private static final Instant FROM = Instant.parse("2026-03-01T14:00:00Z");
    private static final Instant TO = FROM.plusSeconds(1_800);
    private static final long SLOW = 1_000_000_000;

    private static ComparisonServer server;

    @BeforeAll
    static void start() {
        server = ComparisonServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void counts_equalAnIndependentCount() {
        List<PlantedSpan> spans = traffic(new Random(1), 4_000, span -> span.number() % 9 == 0);
        server.insert(spans);

        JsonNode answer = server.compare(question(slowBox(), Map.of("kind", "rest")));

        Map<String, double[]> expected = counted(spans, ComparisonIT::isSlow);
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
                .isCloseTo(weight(spans, ComparisonIT::isSlow), within(1e-6));
        assertThat(answer.at("/exact").asBoolean()).isFalse();
    }

    @Test
    void plantedCause_comesFirstAndNoiseIsNotBeyondChance() {
        server.insert(traffic(new Random(2), 4_000, span -> has(span, "feature_flag", "f1") && inRegion(span, "r2")));

        JsonNode answer = server.compare(question(slowBox(), Map.of("kind", "rest")));

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
            falseAlarms += server.compare(question(slowBox(), Map.of("kind", "rest")))
                                    .at("/beyondChance")
                                    .asInt()
                            > 0
                    ? 1
                    : 0;
        }
        // 5 % of 20 is 1; 4 or more have a probability of less than 2 %.
        assertThat(falseAlarms).isLessThan(4);
    }

    @Test
    void attributesThatSayTheSame_areFoldedAndOutcomesApart() {
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(new Random(3), 3_000, span -> has(span, "feature_flag", "f1"))) {
            Map<String, String> attributes = new HashMap<>(span.attributes());
            attributes.put("zz.flag.copy", "copy of " + attributes.get("feature_flag"));
            attributes.put("http.response.status_code", isSlow(span) ? "504" : "200");
            spans.add(with(span, attributes));
        }
        server.insert(spans);

        JsonNode answer = server.compare(question(slowBox(), Map.of("kind", "rest")));

        assertThat(answer.at("/attributes/0/key").asString()).isEqualTo("feature_flag");
        assertThat(answer.at("/attributes/0/sameAs/0/key").asString()).isEqualTo("zz.flag.copy");
        assertThat(answer.at("/attributes/0/sameAs/0/value").asString()).isEqualTo("copy of f1");
        assertThat(keys(answer, "attributes")).doesNotContain("zz.flag.copy", "http.response.status_code");
        assertThat(answer.at("/outcomes/0/key").asString()).isEqualTo("http.response.status_code");
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
            spans.add(slow ? slow(with(span, attributes)) : with(span, attributes));
        }
        server.insert(spans);

        JsonNode answer = server.compare(question(slowBox(), Map.of("kind", "rest")));

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
            PlantedSpan asked = with(span, attributes);
            boolean slow = has(asked, "feature_flag", "f1")
                    && (checkout || (post && span.name().equals("op2")));
            spans.add(slow ? slow(asked) : asked);
        }
        server.insert(spans);

        JsonNode checkouts = server.compare(with(question(slowBox(), null), "filter", "{ .http.route != \"/op2\" }"));
        JsonNode products =
                server.compare(with(question(slowBox(), null), "filter", "{ .http.route != \"/checkout\" }"));

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
    void oneSpanOfGreatWeight_isOneObservation() {
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(new Random(10), 4_000, span -> span.number() % 9 == 0)) {
            Map<String, String> attributes = new HashMap<>(span.attributes());
            // Selected spans have weight 1; but for this one, which stands for 200 of 644 selected ones.
            attributes.put("rollout", span.number() == 9 ? "canary" : "stable");
            spans.add(new PlantedSpan(
                    span.number(),
                    span.at(),
                    span.name(),
                    span.durationNanos(),
                    span.failed(),
                    span.number() == 9 ? 200 : span.weight(),
                    span.resource(),
                    attributes));
        }
        server.insert(spans);

        JsonNode answer = server.compare(question(slowBox(), null));

        JsonNode rollout = answer.at("/attributes")
                .valueStream()
                .filter(attribute -> attribute.at("/key").asString().equals("rollout"))
                .findFirst()
                .orElseThrow();
        assertThat(rollout.at("/values/0/difference").asDouble()).isGreaterThan(0.3);
        assertThat(rollout.at("/beyondChance").asBoolean()).isFalse();
    }

    @Test
    void sameOperation_takesAwayWhatOnlyTheOperationExplains() {
        // Every slow span is a checkout, and of the checkouts those with flag f1; checkouts have a tier of their own.
        List<PlantedSpan> spans = new ArrayList<>();
        for (PlantedSpan span : traffic(new Random(5), 4_000, span -> false)) {
            Map<String, String> attributes = new HashMap<>(span.attributes());
            boolean checkout = span.name().equals("op1");
            attributes.put("tier", checkout ? "paid" : "free");
            PlantedSpan tiered = with(span, attributes);
            spans.add(checkout && has(span, "feature_flag", "f1") ? slow(tiered) : tiered);
        }
        server.insert(spans);

        JsonNode rest = server.compare(question(slowBox(), Map.of("kind", "rest")));
        JsonNode same = server.compare(question(slowBox(), Map.of("kind", "rest", "sameOperation", true)));

        assertThat(keys(rest, "attributes").subList(0, 2)).containsExactlyInAnyOrder("feature_flag", "tier");
        assertThat(same.at("/attributes/0/key").asString()).isEqualTo("feature_flag");
        assertThat(same.at("/beyondChance").asInt()).isEqualTo(1);
        assertThat(same.at("/baseline/stored").asLong())
                .isEqualTo(spans.stream()
                        .filter(span -> span.name().equals("op1") && !isSlow(span))
                        .count());
        // One operation: its spans are counted as they are but for a common factor.
        assertThat(same.at("/baseline/spans").asDouble())
                .isCloseTo(same.at("/selection/spans").asDouble(), within(1e-6));
    }

    @Test
    void tableOfACollector_givesTheSameAnswer() {
        List<PlantedSpan> spans = traffic(new Random(6), 2_000, span -> has(span, "feature_flag", "f1"));
        server.insert(spans.stream().map(PlantedSpan::unsampled).toList());
        JsonNode ours = server.compare(question(slowBox(), null));

        try (ComparisonServer bare = server.overCollectorCopy()) {
            JsonNode theirs = bare.compare(question(slowBox(), null));

            assertThat(theirs.at("/notices/0/code").asString()).isEqualTo("computed");
            for (String part : List.of("selection", "baseline", "attributes", "outcomes", "operations", "exact")) {
                assertThat(theirs.get(part)).as(part).isEqualTo(ours.get(part));
            }
        }
    }

    @Test
    void predicates_selectAsBoxesDo() {
        server.insert(traffic(new Random(6), 2_000, span -> has(span, "feature_flag", "f1")));

        JsonNode boxes = server.compare(question(slowBox(), null));
        JsonNode predicates = server.compare(question(
                Map.of("predicate", "{ duration > 1s }"),
                Map.of("kind", "predicate", "predicate", "{ duration <= 1s }")));

        assertThat(predicates).isEqualTo(boxes);
    }

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

        JsonNode none = server.compare(question(Map.of("predicate", "{ name = \"nothing\" }"), Map.of("kind", "rest")));
        JsonNode all = server.compare(question(Map.of("predicate", "{}"), Map.of("kind", "rest")));

        assertThat(none.at("/notices/0/code").asString()).isEqualTo("empty-selection");
        assertThat(none.at("/attributes").isEmpty()).isTrue();
        assertThat(all.at("/notices/0/code").asString()).isEqualTo("empty-baseline");
    }

    @Test
    void faultyRequests_areRefusedByField() {
        Map<String, Object> box = Map.of("from", FROM.toString(), "to", TO.toString(), "aboveNanos", 5, "upToNanos", 5);
        Stream.of(
                        Map.entry("selection", question(null, Map.of("kind", "rest"))),
                        Map.entry("selection.boxes", question(Map.of(), null)),
                        Map.entry("selection.boxes", question(Map.of("boxes", List.of()), null)),
                        Map.entry("selection.boxes[0].upToNanos", question(Map.of("boxes", List.of(box)), null)),
                        Map.entry(
                                "selection.predicate",
                                question(Map.of("boxes", List.of(box), "predicate", "{}"), null)),
                        Map.entry("selection.predicate", question(Map.of("predicate", "{ .a == 1 }"), null)),
                        Map.entry("baseline.kind", question(slowBox(), Map.of("kind", "best"))),
                        Map.entry("baseline.predicate", question(slowBox(), Map.of("kind", "predicate"))),
                        Map.entry("baseline.from", question(slowBox(), Map.of("kind", "time"))),
                        Map.entry("limitValues", with(question(slowBox(), null), "limitValues", 0)),
                        Map.entry("scope", with(question(slowBox(), null), "scope", "leaf")),
                        Map.entry("colour", with(question(slowBox(), null), "colour", "red")))
                .forEach(refused -> assertThat(server.refused(refused.getValue())
                                .at("/errors/0/field")
                                .asString())
                        .isEqualTo(refused.getKey()));
    }

    @Test
    void eventStream_endsWithTheResult() {
        server.insert(traffic(new Random(9), 500, span -> has(span, "feature_flag", "f1")));

        String events =
                server.post(question(slowBox(), null), "text/event-stream").body();

        assertThat(events).contains("event:result\ndata:{\"selection\":");
    }

    private static Map<String, Object> question(@Nullable Object selection, @Nullable Object baseline) {
        Map<String, Object> question = new HashMap<>();
        question.put("from", FROM.toString());
        question.put("to", TO.toString());
        question.put("limitValues", 50);
        if (selection != null) {
            question.put("selection", selection);
        }
        if (baseline != null) {
            question.put("baseline", baseline);
        }
        return question;
    }

    private static Map<String, Object> with(Map<String, Object> question, String field, Object value) {
        question.put(field, value);
        return question;
    }

    private static Map<String, Object> slowBox() {
        return Map.of(
                "boxes",
                List.of(Map.of(
                        "from",
                        FROM.toString(),
                        "to",
                        TO.toString(),
                        "aboveNanos",
                        SLOW,
                        "upToNanos",
                        Long.MAX_VALUE)));
    }

    private static List<String> keys(JsonNode answer, String list) {
        return answer.at("/" + list)
                .valueStream()
                .map(attribute -> attribute.at("/key").asString())
                .toList();
    }

    /** Spans of independent attributes; those that {@code cause} picks are slow, beside one in a hundred. */
    private static List<PlantedSpan> traffic(Random random, int count, Predicate<PlantedSpan> cause) {
        List<PlantedSpan> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> attributes = new HashMap<>();
            attributes.put("feature_flag", "f" + random.nextInt(5));
            attributes.put("tenant_id", "t" + random.nextInt(8));
            attributes.put("build_id", "b" + random.nextInt(3));
            if (random.nextInt(3) == 0) {
                attributes.put("cache.hit", "true");
            }
            for (int k = 0; k < 10; k++) {
                attributes.put("noise." + k, "v" + random.nextInt(2 + k * 3));
            }
            Map<String, String> resource = Map.of("service.name", "shop", "cloud.region", "r" + random.nextInt(4));
            PlantedSpan span = new PlantedSpan(
                    i,
                    FROM.plusMillis(random.nextInt(1_800_000)),
                    "op" + random.nextInt(4),
                    1 + random.nextInt((int) SLOW / 2),
                    false,
                    random.nextBoolean() ? 1 : 8,
                    resource,
                    attributes);
            spans.add(cause.test(span) ? slow(span) : span);
        }
        return spans;
    }

    private static PlantedSpan slow(PlantedSpan span) {
        return new PlantedSpan(
                span.number(), span.at(), span.name(), 2 * SLOW, true, 1, span.resource(), span.attributes());
    }

    private static PlantedSpan with(PlantedSpan span, Map<String, String> attributes) {
        return new PlantedSpan(
                span.number(),
                span.at(),
                span.name(),
                span.durationNanos(),
                span.failed(),
                span.weight(),
                span.resource(),
                attributes);
    }

    private static boolean isSlow(PlantedSpan span) {
        return span.durationNanos() > SLOW;
    }

    private static boolean has(PlantedSpan span, String key, String value) {
        return value.equals(span.attributes().get(key));
    }

    private static boolean inRegion(PlantedSpan span, String region) {
        return region.equals(span.resource().get("cloud.region"));
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
