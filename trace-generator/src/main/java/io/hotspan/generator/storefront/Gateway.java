package io.hotspan.generator.storefront;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;

/** api-gateway: the root span of every trace. */
final class Gateway {

    private static final AttributeKey<String> USER_ID = AttributeKey.stringKey("user.id");

    private Gateway() {}

    static void serve(TraceDraft trace) {
        Request request = trace.request();
        String route = request.route().path();
        SpanDraft root = trace.root(StorefrontService.API_GATEWAY, SpanKind.SERVER, request.method() + " " + route)
                .put(USER_ID, request.userId());
        Http.serve(root, StorefrontService.API_GATEWAY, request.method(), route, "shop.example.com", Gateway::forward);
    }

    private static int forward(SpanDraft root) {
        Request request = root.request();
        root.spend(1.6, 0.35);
        int clientError = root.trace().background().clientErrorStatus();
        if (clientError != 0) {
            return clientError;
        }
        if (root.struckBy(Failure.S7)) {
            root.child(SpanKind.INTERNAL, "compliance.residency-check")
                    .spend(150, 0.05)
                    .end();
        }
        int status = Http.call(
                root,
                request.route().service(),
                request.method(),
                request.route().path(),
                Gateway::handle);
        root.spend(0.7, 0.4);
        return status;
    }

    private static int handle(SpanDraft server) {
        return switch (server.request().route()) {
            case SEARCH -> SearchService.search(server);
            case PRODUCTS -> SearchService.products(server);
            case ORDERS -> OrderService.orders(server);
            case CHECKOUT -> OrderService.checkout(server);
            case USERS -> UserService.users(server);
            case AUTH -> UserService.auth(server);
        };
    }
}
