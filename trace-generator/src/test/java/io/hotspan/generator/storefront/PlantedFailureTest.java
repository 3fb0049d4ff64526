package io.hotspan.generator.storefront;

import static io.hotspan.generator.storefront.Quantiles.median;
import static io.hotspan.generator.storefront.Quantiles.p99;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Counts in 60,000 traces, by what their spans say alone, that each symptom is where its trigger is and nowhere else.
 */
class PlantedFailureTest {

    private static final List<Facts> SAMPLE = Sample.facts(60_000, Sample.ALL_ON);

    @Test
    void slowCheckout_whereTriggered_hasNPlusOneQueriesAndItsTail() {
        Predicate<Facts> trigger = facts -> facts.route().equals("/cart/checkout")
                && facts.flag().equals("new-checkout-flow")
                && facts.region().equals("eu-west-1");
        assertCarriedExactlyWhere(trigger, "S1");
        List<Facts> struck = only("S1");
        assertThat(p99(struck)).isCloseTo(1_500, within(100.0));
        assertThat(struck).allMatch(facts -> facts.status() == 200);
        assertThat(struck)
                .allSatisfy(facts -> assertThat(facts.database("postgresql")).hasSizeBetween(42, 94));
        assertThat(where(trigger.negate()))
                .allSatisfy(facts -> assertThat(facts.database("postgresql")).hasSizeLessThan(6));
    }

    @Test
    void iosOrderErrors_whereTriggered_areServerErrorsOfAQuarterSecond() {
        Predicate<Facts> trigger = facts -> facts.route().equals("/api/orders")
                && facts.platform().equals("ios")
                && facts.build().equals("build-7a3");
        assertCarriedExactlyWhere(trigger, "S2");
        assertThat(where(trigger)).allMatch(facts -> facts.status() == 500);
        assertThat(median(only("S2"))).isCloseTo(250, within(12.0));
        assertHealthy(
                facts -> facts.route().equals("/api/orders") && facts.platform().equals("ios"));
        assertHealthy(
                facts -> facts.route().equals("/api/orders") && facts.build().equals("build-7a3"));
    }

    @Test
    void redisTimeout_whereTriggered_isSlowRedisAndAFallbackToPostgres() {
        Predicate<Facts> trigger =
                facts -> facts.userPod() != null && facts.region().equals("ap-southeast-1");
        // What never reached user-service has no symptom, nor a user-service span to count it by.
        assertCarriedExactlyWhere(trigger, "S3");
        List<Facts> struck = only("S3");
        assertThat(p99(struck)).isCloseTo(650, within(35.0));
        assertThat(struck).allMatch(facts -> facts.status() == 200).allSatisfy(facts -> {
            assertThat(facts.database("redis")).hasSize(2).allMatch(span -> Facts.millis(span) > 300);
            assertThat(facts.database("postgresql"))
                    .anyMatch(span -> span.name().equals("SELECT sessions"));
        });
        assertThat(where(trigger.negate()))
                .flatExtracting(facts -> facts.database("redis"))
                .allMatch(span -> Facts.millis(span) < 20);
    }

    @Test
    void initechSearch_whereTriggered_failsOnElasticsearchAfterThreeSeconds() {
        Predicate<Facts> trigger = facts -> facts.tenant().equals("tenant-initech")
                && facts.flag().equals("dark-launch-search")
                && facts.route().equals("/api/search");
        assertCarriedExactlyWhere(trigger, "S4");
        assertThat(where(trigger)).allSatisfy(facts -> {
            assertThat(facts.status()).isEqualTo(500);
            assertThat(facts.millis()).isBetween(3_000.0, 3_100.0);
            assertThat(facts.database("elasticsearch")).singleElement().satisfies(span -> {
                assertThat(span.status()).isEqualTo(StatusCode.ERROR);
                assertThat(Facts.text(span, "error.type")).isEqualTo("java.net.SocketTimeoutException");
            });
        });
        assertHealthy(facts -> facts.tenant().equals("tenant-initech"));
        assertHealthy(facts -> facts.flag().equals("dark-launch-search"));
    }

    @Test
    void authMemoryLeak_whereTriggered_isSlowAndShedsSomeRequests() {
        Predicate<Facts> trigger = facts -> facts.route().equals("/api/auth")
                && facts.build().equals("build-7a3")
                && Set.of("pod-abc-7", "pod-abc-8").contains(String.valueOf(facts.userPod()));
        assertCarriedExactlyWhere(trigger, "S5");
        List<Facts> struck = only("S5");
        assertThat(p99(struck)).isCloseTo(800, within(80.0));
        assertThat(share(struck, facts -> facts.status() == 503)).isCloseTo(0.15, within(0.03));
        assertThat(where(trigger.negate())).noneMatch(facts -> facts.status() == 503);
        assertHealthy(
                facts -> facts.route().equals("/api/auth") && facts.build().equals("build-7a3"));
        assertHealthy(facts -> facts.route().equals("/api/auth") && "pod-abc-7".equals(facts.userPod()));
    }

    @Test
    void paymentTimeout_whereTriggered_strikesThirtyPercent() {
        Predicate<Facts> trigger = facts ->
                facts.route().equals("/cart/checkout") && facts.region().equals("us-west-2");
        List<Facts> triggered = where(trigger);
        assertThat(share(triggered, facts -> facts.carries("S6"))).isCloseTo(0.3, within(0.03));
        assertThat(triggered).allMatch(facts -> facts.carries("S6") == (facts.status() == 504));
        assertThat(where(facts -> facts.carries("S6"))).allSatisfy(facts -> {
            assertThat(facts.millis()).isBetween(5_000.0, 5_300.0);
            assertThat(facts.spans(span -> span.name().equals("external.payment.process")))
                    .singleElement()
                    .satisfies(span -> assertThat(Facts.millis(span)).isGreaterThanOrEqualTo(5_000));
        });
        assertThat(where(trigger.negate())).noneMatch(facts -> facts.carries("S6") || facts.status() == 504);
    }

    @Test
    void umbrellaCompliance_whereTriggered_adds150MillisOnEveryRoute() {
        Predicate<Facts> trigger = facts ->
                facts.tenant().equals("tenant-umbrella") && facts.region().equals("eu-west-1");
        assertCarriedExactlyWhere(trigger, "S7");
        for (Route route : Route.values()) {
            Predicate<Facts> onRoute = facts -> facts.route().equals(route.path());
            double with = median(where(onRoute.and(facts -> facts.carriesOnly("S7"))));
            double without = median(where(onRoute.and(PlantedFailureTest::isHealthy)));
            assertThat(with - without).as(route.path()).isCloseTo(150, within(20.0));
        }
    }

    @Test
    void globexImport_whereTriggered_isSlowInElasticsearch() {
        Predicate<Facts> trigger = facts -> facts.tenant().equals("tenant-globex")
                && facts.route().equals("/api/products")
                && facts.method().equals("POST");
        assertCarriedExactlyWhere(trigger, "S8");
        List<Facts> struck = where(trigger);
        assertThat(median(struck)).isCloseTo(500, within(25.0));
        assertThat(struck)
                .flatExtracting(facts -> facts.database("elasticsearch"))
                .hasSameSizeAs(struck)
                .allMatch(span -> Facts.millis(span) > 300);
        assertHealthy(facts -> facts.tenant().equals("tenant-globex"));
        assertHealthy(
                facts -> facts.route().equals("/api/products") && facts.method().equals("POST"));
    }

    @Test
    void everyFailure_inHalfAnHourAtFiftyTracesASecond_isSeenOften() {
        // 60,000 traces are 20 minutes of it.
        for (Failure failure : Failure.values()) {
            assertThat(SAMPLE.stream().filter(facts -> facts.carries(failure.name())))
                    .as(failure.name())
                    .hasSizeGreaterThan(500);
        }
    }

    @Test
    void lookAt_ofAScenario_holdsMostOfItsTraces() {
        for (Failure failure : Failure.values()) {
            var box = failure.scenario().lookAt();
            List<Facts> struck = only(failure.name());
            assertThat(share(
                            struck,
                            facts -> box.aboveNanos() < facts.trace().durationNanos()
                                    && facts.trace().durationNanos() <= box.upToNanos()))
                    .as(failure.name())
                    .isGreaterThan(failure == Failure.S7 ? 0.8 : 0.9);
        }
    }

    private static void assertCarriedExactlyWhere(Predicate<Facts> trigger, String cause) {
        assertThat(SAMPLE)
                .allMatch(
                        facts -> !reachedItsService(facts) || facts.carries(cause) == trigger.test(facts),
                        cause + " where its trigger holds");
    }

    /** A background failure at the gateway or a refused request leaves no span that could carry the trigger. */
    private static boolean reachedItsService(Facts facts) {
        return facts.trace().spans().size() > 1;
    }

    /** Traces that have part of a trigger, but no planted cause, fail and dawdle no more than any. */
    private static void assertHealthy(Predicate<Facts> condition) {
        List<Facts> traces = where(condition.and(facts -> facts.trace().causes().isEmpty()));
        assertThat(traces).hasSizeGreaterThan(40);
        assertThat(share(traces, facts -> facts.status() >= 500)).isLessThan(0.02);
        assertThat(share(traces, facts -> facts.millis() > 400)).isLessThan(0.03);
    }

    private static boolean isHealthy(Facts facts) {
        return facts.trace().causes().isEmpty() && facts.status() == 200;
    }

    private static List<Facts> only(String cause) {
        return where(facts -> facts.carriesOnly(cause));
    }

    private static List<Facts> where(Predicate<Facts> condition) {
        return SAMPLE.stream().filter(condition).collect(Collectors.toList());
    }

    private static double share(List<Facts> facts, Predicate<Facts> condition) {
        return facts.stream().filter(condition).count() / (double) facts.size();
    }
}
