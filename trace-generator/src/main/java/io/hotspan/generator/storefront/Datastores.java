package io.hotspan.generator.storefront;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;

/** Client spans of the three data stores, opened but not ended: the caller lets the time pass. */
final class Datastores {

    private Datastores() {}

    static SpanDraft postgres(SpanDraft caller, String database, String operation, String table, String query) {
        return caller.child(SpanKind.CLIENT, operation + " " + table)
                .put(DbAttributes.DB_SYSTEM_NAME, "postgresql")
                .put(DbAttributes.DB_NAMESPACE, database)
                .put(DbAttributes.DB_OPERATION_NAME, operation)
                .put(DbAttributes.DB_QUERY_TEXT, query)
                .put(ServerAttributes.SERVER_ADDRESS, "postgres-" + database);
    }

    static SpanDraft redis(SpanDraft caller, String operation, String query, int shard) {
        return caller.child(SpanKind.CLIENT, operation)
                .put(DbAttributes.DB_SYSTEM_NAME, "redis")
                .put(DbAttributes.DB_OPERATION_NAME, operation)
                .put(DbAttributes.DB_NAMESPACE, String.valueOf(shard))
                .put(DbAttributes.DB_QUERY_TEXT, query)
                .put(ServerAttributes.SERVER_ADDRESS, "redis-" + shard);
    }

    static SpanDraft elasticsearch(SpanDraft caller, String operation, String index, String query) {
        return caller.child(SpanKind.CLIENT, operation + " " + index)
                .put(DbAttributes.DB_SYSTEM_NAME, "elasticsearch")
                .put(DbAttributes.DB_OPERATION_NAME, operation)
                .put(DbAttributes.DB_COLLECTION_NAME, index)
                .put(DbAttributes.DB_QUERY_TEXT, query)
                .put(HttpAttributes.HTTP_REQUEST_METHOD, "POST")
                .put(ServerAttributes.SERVER_ADDRESS, "elasticsearch");
    }
}
