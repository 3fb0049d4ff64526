package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.Choice;

/** The routes of the gateway and the service behind each. */
@SuppressWarnings("ImmutableEnumChecker") // a Choice cannot be changed once built
enum Route {
    SEARCH("/api/search", StorefrontService.SEARCH_SERVICE, Choice.of("GET", 92).or("POST", 8)),
    PRODUCTS(
            "/api/products",
            StorefrontService.SEARCH_SERVICE,
            Choice.of("GET", 88).or("POST", 12)),
    ORDERS("/api/orders", StorefrontService.ORDER_SERVICE, Choice.of("GET", 60).or("POST", 40)),
    CHECKOUT("/cart/checkout", StorefrontService.ORDER_SERVICE, Choice.of("POST", 1)),
    USERS("/api/users", StorefrontService.USER_SERVICE, Choice.of("GET", 80).or("PUT", 20)),
    AUTH("/api/auth", StorefrontService.USER_SERVICE, Choice.of("POST", 70).or("GET", 30));

    private final String path;
    private final StorefrontService service;
    private final Choice<String> methods;

    Route(String path, StorefrontService service, Choice.Builder<String> methods) {
        this.path = path;
        this.service = service;
        this.methods = methods.build();
    }

    String path() {
        return path;
    }

    StorefrontService service() {
        return service;
    }

    Choice<String> methods() {
        return methods;
    }
}
