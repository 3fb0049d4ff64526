package io.hotspan.generator.storefront;

/** search-service, backed by elasticsearch. */
final class SearchService {

    private SearchService() {}

    static int search(SpanDraft server) {
        server.spend(3, 0.3);
        SpanDraft query = Datastores.elasticsearch(
                server,
                "search",
                "products",
                "{\"query\":{\"multi_match\":{\"query\":\"?\",\"fields\":[\"title^2\",\"tags\"]}}}");
        if (server.struckBy(Failure.S4)) {
            query.spend(3_000 + server.trace().random().nextDouble(25))
                    .raise("java.net.SocketTimeoutException", "No answer from elasticsearch within 3,000 ms")
                    .end();
            server.spend(2, 0.3).raise("com.storefront.search.SearchUnavailableException", "Search timed out");
            return 500;
        }
        query.spend(42, 0.45).end();
        server.spend(4, 0.4);
        return 200;
    }

    static int products(SpanDraft server) {
        server.spend(2, 0.3);
        if (server.request().method().equals("GET")) {
            Datastores.elasticsearch(server, "get", "products", "{\"ids\":\"?\"}")
                    .spend(20, 0.4)
                    .end();
        } else {
            SpanDraft bulk = Datastores.elasticsearch(server, "bulk", "products", "{\"index\":{\"_id\":\"?\"}}");
            if (server.struckBy(Failure.S8)) {
                bulk.spend(485, 0.1);
            } else {
                bulk.spend(38, 0.4);
            }
            bulk.end();
        }
        server.spend(3, 0.4);
        return 200;
    }
}
