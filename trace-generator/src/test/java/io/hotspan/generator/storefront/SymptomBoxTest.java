package io.hotspan.generator.storefront;

import static io.hotspan.generator.storefront.Facts.resource;
import static io.hotspan.generator.storefront.Facts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.pack.ScenarioState;
import io.hotspan.generator.pack.SymptomBox;
import io.hotspan.generator.trace.GeneratedSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The data itself must lead to the cause: plain counting of attribute values inside and outside the box a scenario
 * recommends ranks what it is to be found by among the first three.
 */
class SymptomBoxTest {

    private static final int TRACES = 12_000;
    private static final int MOST_VALUES = 1_000;
    // How a request ended is no explanation of it.
    private static final Set<String> OUTCOMES = Set.of("http.response.status_code", "error.type");

    @ParameterizedTest
    @EnumSource(Failure.class)
    void box_withTheFailureAlone_leadsToItsCause(Failure failure) {
        ScenarioSettings alone = Sample.ALL_OFF.with(
                failure.name(), new ScenarioState(true, failure.scenario().defaultShare()));
        assertFirstThree(failure, alone);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void box_withAllFailuresTogether_leadsToItsCause(Failure failure) {
        assertFirstThree(failure, Sample.ALL_ON);
    }

    @Test
    void filters_ofTheTest_areThoseOfTheScenarios() {
        assertThat(Failure.values())
                .allSatisfy(failure -> assertThat(FILTERS)
                        .containsKey(failure.scenario().lookAt().filter()));
    }

    private static void assertFirstThree(Failure failure, ScenarioSettings settings) {
        SymptomBox box = failure.scenario().lookAt();
        Map<String, Map<String, long[]>> counts = new HashMap<>();
        long[] totals = new long[2];
        Sample.traces(TRACES, settings).stream()
                .flatMap(trace -> trace.spans().stream())
                .filter(scope(box.scope()))
                .filter(FILTERS.get(box.filter()))
                .forEach(span -> {
                    boolean selected =
                            box.aboveNanos() < span.durationNanos() && span.durationNanos() <= box.upToNanos();
                    int side = selected ? 0 : 1;
                    totals[side]++;
                    count(counts, span.attributes(), side);
                    count(counts, span.instance().resource(), side);
                });
        List<String> ranked = counts.entrySet().stream()
                .filter(entry ->
                        !OUTCOMES.contains(entry.getKey()) && entry.getValue().size() < MOST_VALUES)
                .sorted(Comparator.comparingDouble(entry -> -difference(entry.getValue(), totals)))
                .map(entry -> "%s %.2f".formatted(entry.getKey(), difference(entry.getValue(), totals)))
                .toList();
        Set<String> firstThree = new HashSet<>();
        ranked.subList(0, 3).forEach(name -> firstThree.add(name.substring(0, name.indexOf(' '))));
        assertThat(firstThree)
                .as("%s ranks %s", failure, ranked)
                .containsAll(failure.scenario().foundBy());
    }

    private static double difference(Map<String, long[]> values, long[] totals) {
        double absent = totals[0]
                - values.values().stream().mapToLong(sides -> sides[0]).sum();
        double absentOutside = totals[1]
                - values.values().stream().mapToLong(sides -> sides[1]).sum();
        double present = values.values().stream()
                .mapToDouble(sides -> sides[0] / (double) totals[0] - sides[1] / (double) totals[1])
                .max()
                .orElse(0);
        return Math.max(present, absent / totals[0] - absentOutside / totals[1]);
    }

    private static void count(Map<String, Map<String, long[]>> counts, Attributes attributes, int side) {
        attributes.forEach((key, value) -> counts.computeIfAbsent(key.getKey(), _ -> new HashMap<>())
                .computeIfAbsent(value.toString(), _ -> new long[2])[side]++);
    }

    private static Predicate<GeneratedSpan> scope(String scope) {
        return switch (scope) {
            case "root" -> GeneratedSpan::isRoot;
            case "entry" -> span -> span.isRoot() || span.kind() == SpanKind.SERVER;
            case "all" -> _ -> true;
            default -> throw new IllegalArgumentException(scope);
        };
    }

    private static final Map<String, Predicate<GeneratedSpan>> FILTERS = Map.of(
            "{ span.http.route = \"/cart/checkout\" }",
            span -> text(span, "http.route").equals("/cart/checkout"),
            "{ span.http.route = \"/api/orders\" }",
            span -> text(span, "http.route").equals("/api/orders"),
            "{ span.http.route = \"/api/search\" }",
            span -> text(span, "http.route").equals("/api/search"),
            "{ span.http.route = \"/api/products\" }",
            span -> text(span, "http.route").equals("/api/products"),
            "{ resource.service.name = \"user-service\" }",
            span -> resource(span, "service.name").equals("user-service"),
            "{ resource.service.name = \"user-service\" && span.http.route = \"/api/auth\" }",
            span -> resource(span, "service.name").equals("user-service")
                    && text(span, "http.route").equals("/api/auth"),
            "{ resource.service.name = \"api-gateway\" && status != error }",
            span -> resource(span, "service.name").equals("api-gateway") && span.status() != StatusCode.ERROR);
}
