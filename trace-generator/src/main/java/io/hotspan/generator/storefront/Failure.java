package io.hotspan.generator.storefront;

import static java.util.Map.entry;

import io.hotspan.generator.pack.Randomness;
import io.hotspan.generator.pack.Scenario;
import io.hotspan.generator.pack.SymptomBox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The eight planted failures: what triggers each, and how a request is turned into one that does. What then goes wrong
 * is written where it happens, in the service concerned.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing and the lists are List.of
enum Failure {
    S1(
            "Slow checkout",
            request -> request.route() == Route.CHECKOUT
                    && "new-checkout-flow".equals(request.flag())
                    && request.region() == Region.EU_WEST_1,
            (request, random) -> request.onRoute(Route.CHECKOUT, "POST")
                    .withFlag("new-checkout-flow")
                    .inRegion(Region.EU_WEST_1),
            1,
            List.of(
                    entry("http.route", "/cart/checkout"),
                    entry("feature_flag", "new-checkout-flow"),
                    entry("cloud.region", "eu-west-1")),
            "p99 ≈ 1,500 ms, N+1 postgres queries",
            List.of("feature_flag", "cloud.region"),
            box("{ span.http.route = \"/cart/checkout\" }", "root", 600, 2_500),
            0.02),
    S2(
            "iOS order errors",
            request -> request.route() == Route.ORDERS
                    && request.platform().equals("ios")
                    && request.build().equals("build-7a3"),
            (request, random) -> request.onRoute(
                            Route.ORDERS, Route.ORDERS.methods().pick(random))
                    .onPlatform("ios")
                    .ofBuild("build-7a3"),
            1,
            List.of(entry("http.route", "/api/orders"), entry("platform", "ios"), entry("build_id", "build-7a3")),
            "HTTP 500, ≈ 250 ms",
            List.of("platform", "build_id"),
            box("{ span.http.route = \"/api/orders\" }", "root", 200, 310),
            0.02),
    S3(
            "Redis timeout APAC",
            request -> request.route().service() == StorefrontService.USER_SERVICE
                    && request.region() == Region.AP_SOUTHEAST_1,
            (request, random) -> onUserService(request, random).inRegion(Region.AP_SOUTHEAST_1),
            1,
            List.of(entry("http.route", "/api/users | /api/auth"), entry("cloud.region", "ap-southeast-1")),
            "p99 ≈ 650 ms, redis slow + postgres fallback",
            List.of("cloud.region", "db.system.name"),
            box("{ resource.service.name = \"user-service\" }", "all", 350, 800),
            0.02),
    S4(
            "Initech search fails",
            request -> request.tenant().equals("tenant-initech")
                    && "dark-launch-search".equals(request.flag())
                    && request.route() == Route.SEARCH,
            (request, random) -> request.onRoute(
                            Route.SEARCH, Route.SEARCH.methods().pick(random))
                    .ofTenant("tenant-initech")
                    .withFlag("dark-launch-search"),
            1,
            List.of(
                    entry("tenant_id", "tenant-initech"),
                    entry("feature_flag", "dark-launch-search"),
                    entry("http.route", "/api/search")),
            "HTTP 500, elasticsearch timeout ≈ 3 s",
            List.of("tenant_id", "feature_flag"),
            box("{ span.http.route = \"/api/search\" }", "root", 2_800, 3_400),
            0.015),
    S5(
            "Auth memory leak",
            request -> request.route() == Route.AUTH
                    && request.build().equals("build-7a3")
                    && (request.userPod() == 7 || request.userPod() == 8),
            (request, random) -> request.onRoute(
                            Route.AUTH, Route.AUTH.methods().pick(random))
                    .ofBuild("build-7a3")
                    .onUserPod(random.chance(0.6) ? 7 : 8),
            1,
            List.of(
                    entry("http.route", "/api/auth"),
                    entry("build_id", "build-7a3"),
                    entry("k8s.pod.name", "pod-abc-7 | pod-abc-8")),
            "p99 ≈ 800 ms, intermittent 503",
            List.of("build_id", "k8s.pod.name"),
            box("{ resource.service.name = \"user-service\" && span.http.route = \"/api/auth\" }", "entry", 250, 1_200),
            0.03),
    S6(
            "Payment timeout",
            request -> request.route() == Route.CHECKOUT && request.region() == Region.US_WEST_2,
            (request, random) -> request.onRoute(Route.CHECKOUT, "POST").inRegion(Region.US_WEST_2),
            0.3,
            List.of(entry("http.route", "/cart/checkout"), entry("cloud.region", "us-west-2")),
            "HTTP 504, ≈ 5 s, 30 % of them",
            List.of("cloud.region"),
            box("{ span.http.route = \"/cart/checkout\" }", "root", 4_500, 6_000),
            0.02),
    S7(
            "Umbrella EU compliance",
            request -> request.tenant().equals("tenant-umbrella") && request.region() == Region.EU_WEST_1,
            (request, random) -> request.ofTenant("tenant-umbrella").inRegion(Region.EU_WEST_1),
            1,
            List.of(entry("tenant_id", "tenant-umbrella"), entry("cloud.region", "eu-west-1")),
            "+150 ms on all routes",
            List.of("tenant_id", "cloud.region"),
            box("{ resource.service.name = \"api-gateway\" && status != error }", "root", 165, 260),
            0.02),
    S8(
            "Globex batch import",
            request -> request.tenant().equals("tenant-globex")
                    && request.route() == Route.PRODUCTS
                    && request.method().equals("POST"),
            (request, random) -> request.onRoute(Route.PRODUCTS, "POST").ofTenant("tenant-globex"),
            1,
            List.of(
                    entry("tenant_id", "tenant-globex"),
                    entry("http.route", "/api/products"),
                    entry("http.request.method", "POST")),
            "slow elasticsearch ≈ 500 ms",
            List.of("tenant_id", "http.request.method"),
            box("{ span.http.route = \"/api/products\" }", "root", 350, 700),
            0.015);

    private final String title;
    private final Predicate<Request> trigger;
    private final BiFunction<Request, Randomness, Request> steering;
    private final double rate;
    private final List<Map.Entry<String, String>> triggerAttributes;
    private final String symptom;
    private final List<String> foundBy;
    private final SymptomBox lookAt;
    private final double defaultShare;

    Failure(
            String title,
            Predicate<Request> trigger,
            BiFunction<Request, Randomness, Request> steering,
            double rate,
            List<Map.Entry<String, String>> triggerAttributes,
            String symptom,
            List<String> foundBy,
            SymptomBox lookAt,
            double defaultShare) {
        this.title = title;
        this.trigger = trigger;
        this.steering = steering;
        this.rate = rate;
        this.triggerAttributes = triggerAttributes;
        this.symptom = symptom;
        this.foundBy = foundBy;
        this.lookAt = lookAt;
        this.defaultShare = defaultShare;
    }

    boolean triggeredBy(Request request) {
        return trigger.test(request);
    }

    /** The request with the trigger's attributes; the others stay as drawn. */
    Request steer(Request request, Randomness random) {
        return steering.apply(request, random);
    }

    /** The fraction of triggering requests it strikes. */
    double rate() {
        return rate;
    }

    Scenario scenario() {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        triggerAttributes.forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return new Scenario(name(), title, attributes, symptom, foundBy, lookAt, defaultShare);
    }

    private static Request onUserService(Request request, Randomness random) {
        Route route = random.chance(2.0 / 3) ? Route.AUTH : Route.USERS;
        return request.onRoute(route, route.methods().pick(random));
    }

    private static SymptomBox box(String filter, String scope, long aboveMillis, long upToMillis) {
        return new SymptomBox(
                filter,
                scope,
                Duration.ofMillis(aboveMillis).toNanos(),
                Duration.ofMillis(upToMillis).toNanos());
    }
}
