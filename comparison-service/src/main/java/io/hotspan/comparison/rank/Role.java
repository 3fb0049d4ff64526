package io.hotspan.comparison.rank;

import io.hotspan.comparison.count.AttributeKey;
import io.hotspan.comparison.count.AttributeKey.Scope;
import java.util.List;
import java.util.Set;

/**
 * What an attribute tells of a request. Failed requests differ most of all in having failed: a status code would always
 * top the list and never explain anything, so what a request ended with is ranked apart from what it began with. So is
 * which operation it was: "the slow ones are checkouts" is mostly seen at once, and it says the same several times
 * over.
 */
enum Role {
    /** What the request was like: a candidate for the cause. */
    CONTEXT,
    /** How it ended. */
    OUTCOME,
    /** Which operation it was; also what differs only because the operations do. */
    OPERATION;

    /** Attributes that OpenTelemetry's semantic conventions set when an operation ends. */
    private static final Set<String> OUTCOMES = Set.of(
            "error",
            "error.type",
            "error.message",
            "http.status_code",
            "http.status_text",
            "http.response.status_code",
            "rpc.response.status_code",
            "rpc.grpc.status_code",
            "rpc.connect_rpc.error_code",
            "rpc.jsonrpc.error_code",
            "rpc.jsonrpc.error_message",
            "db.response.status_code",
            "db.response.returned_rows",
            "grpc.status_code",
            "otel.status_code",
            "otel.status_description",
            "graphql.errors.count");

    private static final List<String> OUTCOME_PREFIXES = List.of("exception.", "http.response.", "error.");

    /** Attributes of which the conventions make a span's name. */
    private static final Set<String> OPERATIONS = Set.of(
            "http.route",
            "http.target",
            "http.url",
            "url.full",
            "url.path",
            "url.template",
            "rpc.method",
            "rpc.service",
            "graphql.operation.name",
            "messaging.destination.name",
            "messaging.operation.name",
            "code.function.name",
            "db.query.summary");

    static Role of(AttributeKey attribute) {
        String key = attribute.key();
        if (attribute.scope() == Scope.INTRINSIC) {
            return key.startsWith("status") ? OUTCOME : OPERATION;
        }
        if (OUTCOMES.contains(key) || OUTCOME_PREFIXES.stream().anyMatch(key::startsWith)) {
            return OUTCOME;
        }
        return OPERATIONS.contains(key) ? OPERATION : CONTEXT;
    }
}
