package io.hotspan.generator.storefront;

/** order-service, backed by postgres, payment-service and notification-service. */
final class OrderService {

    private static final String DATABASE = "orders";
    private static final int N_PLUS_ONE_FEWEST = 40;
    private static final int N_PLUS_ONE_MOST = 90;

    private OrderService() {}

    static int orders(SpanDraft server) {
        server.spend(2.5, 0.3);
        query(
                server,
                "SELECT",
                "orders",
                "SELECT * FROM orders WHERE user_id = $1 ORDER BY created_at DESC LIMIT 20",
                6);
        query(server, "SELECT", "order_items", "SELECT * FROM order_items WHERE order_id = ANY($1)", 7);
        if (server.struckBy(Failure.S2)) {
            server.spend(230, 0.07)
                    .raise(
                            "com.storefront.order.PayloadMappingException",
                            "Unknown field 'shippingWindow' in the client's order payload");
            return 500;
        }
        if (server.request().method().equals("POST")) {
            query(server, "INSERT", "orders", "INSERT INTO orders (user_id, total, status) VALUES ($1, $2, $3)", 9);
        }
        int notified = Http.call(
                server,
                StorefrontService.NOTIFICATION_SERVICE,
                "POST",
                "/internal/notifications",
                NotificationService::send);
        server.spend(2, 0.4);
        // An order stands even where nobody was told of it.
        return notified < 500 ? 200 : 202;
    }

    static int checkout(SpanDraft server) {
        server.spend(3, 0.3);
        query(server, "SELECT", "carts", "SELECT * FROM carts WHERE user_id = $1", 5);
        if (server.struckBy(Failure.S1)) {
            priceEachItem(server);
        } else {
            query(server, "SELECT", "prices", "SELECT * FROM prices WHERE product_id = ANY($1)", 7);
        }
        int paid =
                Http.call(server, StorefrontService.PAYMENT_SERVICE, "POST", "/internal/payments", PaymentService::pay);
        if (paid >= 500) {
            return paid;
        }
        query(server, "INSERT", "orders", "INSERT INTO orders (user_id, total, status) VALUES ($1, $2, $3)", 9);
        query(server, "UPDATE", "inventory", "UPDATE inventory SET reserved = reserved + $2 WHERE product_id = $1", 7);
        server.spend(2, 0.4);
        return 200;
    }

    /** The N+1 pattern: one query for every item of the cart. */
    private static void priceEachItem(SpanDraft server) {
        int items = server.trace().random().nextInt(N_PLUS_ONE_FEWEST, N_PLUS_ONE_MOST + 1);
        for (int i = 0; i < items; i++) {
            query(server, "SELECT", "prices", "SELECT * FROM prices WHERE product_id = $1", 13);
            server.spend(0.5, 0.3);
        }
    }

    private static void query(SpanDraft server, String operation, String table, String query, double medianMillis) {
        Datastores.postgres(server, DATABASE, operation, table, query)
                .spend(medianMillis, 0.4)
                .end();
    }
}
