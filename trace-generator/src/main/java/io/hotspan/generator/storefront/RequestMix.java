package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.Choice;
import io.hotspan.generator.pack.Randomness;
import java.util.Optional;

/**
 * Who asks for what: every attribute is drawn independently of the others, save the method, which depends on the route.
 */
final class RequestMix {

    private static final int USERS = 20_000;

    static final Choice<Route> ROUTES = Choice.of(Route.SEARCH, 28)
            .or(Route.PRODUCTS, 20)
            .or(Route.ORDERS, 18)
            .or(Route.CHECKOUT, 10)
            .or(Route.USERS, 8)
            .or(Route.AUTH, 16)
            .build();
    static final Choice<Region> REGIONS = Choice.of(Region.US_EAST_1, 34)
            .or(Region.EU_WEST_1, 24)
            .or(Region.US_WEST_2, 20)
            .or(Region.AP_SOUTHEAST_1, 12)
            .or(Region.EU_CENTRAL_1, 10)
            .build();
    static final Choice<String> TENANTS = Choice.of("tenant-acme", 22)
            .or("tenant-hooli", 16)
            .or("tenant-globex", 10)
            .or("tenant-initech", 10)
            .or("tenant-umbrella", 10)
            .or("tenant-stark", 10)
            .or("tenant-wayne", 8)
            .or("tenant-wonka", 6)
            .or("tenant-soylent", 5)
            .or("tenant-cyberdyne", 3)
            .build();
    static final Choice<Optional<String>> FLAGS = Choice.of(Optional.<String>empty(), 52)
            .or(Optional.of("new-checkout-flow"), 12)
            .or(Optional.of("dark-launch-search"), 12)
            .or(Optional.of("recommendations-v2"), 14)
            .or(Optional.of("dynamic-pricing"), 10)
            .build();
    static final Choice<String> PLATFORMS = Choice.of("web", 44)
            .or("ios", 26)
            .or("android", 22)
            .or("partner-api", 8)
            .build();
    static final Choice<String> BUILDS = Choice.of("build-7a1", 26)
            .or("build-7a2", 30)
            .or("build-7a3", 18)
            .or("build-6f9", 14)
            .or("build-7b0", 12)
            .build();

    private RequestMix() {}

    static Request draw(Randomness random) {
        Route route = ROUTES.pick(random);
        return new Request(
                route,
                route.methods().pick(random),
                REGIONS.pick(random),
                TENANTS.pick(random),
                FLAGS.pick(random).orElse(null),
                PLATFORMS.pick(random),
                BUILDS.pick(random),
                1 + random.nextInt(StorefrontService.PODS),
                "user-" + random.nextInt(USERS));
    }
}
