package io.hotspan.generator.storefront;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.NetworkAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import java.util.function.ToIntFunction;

/** HTTP between services: the client span of the caller, the server span of the callee, errors on both. */
final class Http {

    private static final int INTERNAL_PORT = 8080;

    private Http() {}

    /**
     * Calls a route of another service and returns the HTTP status it answers with.
     *
     * @param handler what happens in the server span; returns the status
     */
    static int call(
            SpanDraft caller, StorefrontService callee, String method, String route, ToIntFunction<SpanDraft> handler) {
        SpanDraft client = caller.child(SpanKind.CLIENT, method)
                .put(HttpAttributes.HTTP_REQUEST_METHOD, method)
                .put(ServerAttributes.SERVER_ADDRESS, callee.serviceName())
                .put(ServerAttributes.SERVER_PORT, INTERNAL_PORT)
                .put(UrlAttributes.URL_FULL, "http://" + callee.serviceName() + ":" + INTERNAL_PORT + route)
                .spend(0.25, 0.4);
        SpanDraft server = client.childIn(callee, method + " " + route);
        int status = serve(server, callee, method, route, callee.serviceName(), handler);
        server.end();
        client.put(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, status).spend(0.25, 0.4);
        if (status >= 400) {
            client.fail(String.valueOf(status), "");
        }
        client.end();
        return status;
    }

    /** Runs the handler in a server span and writes what HTTP says about it. */
    static int serve(
            SpanDraft server,
            StorefrontService service,
            String method,
            String route,
            String host,
            ToIntFunction<SpanDraft> handler) {
        server.put(HttpAttributes.HTTP_REQUEST_METHOD, method)
                .put(HttpAttributes.HTTP_ROUTE, route)
                .put(UrlAttributes.URL_PATH, route)
                .put(UrlAttributes.URL_SCHEME, "https")
                .put(ServerAttributes.SERVER_ADDRESS, host)
                .put(NetworkAttributes.NETWORK_PROTOCOL_VERSION, "1.1");
        Background background = server.trace().background();
        if (service == background.slowService()) {
            server.spend(background.pauseMillis());
        }
        int status;
        if (service == background.failingService()) {
            server.spend(8, 0.6).raise("java.lang.IllegalStateException", "Unexpected state");
            status = 500;
        } else {
            status = handler.applyAsInt(server);
        }
        server.put(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, status);
        if (status >= 500) {
            server.fail(String.valueOf(status), "");
        }
        return status;
    }
}
