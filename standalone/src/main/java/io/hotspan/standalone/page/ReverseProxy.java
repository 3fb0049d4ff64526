package io.hotspan.standalone.page;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Passes a request on and its answer back, both as they come. A client that leaves cancels the request behind. */
final class ReverseProxy {

    /** Meant for one connection only (RFC 9110, section 7.6.1), so never passed on. */
    private static final List<CharSequence> HOP_BY_HOP = List.of(
            HttpHeaderNames.CONNECTION,
            "keep-alive",
            HttpHeaderNames.PROXY_AUTHENTICATE,
            HttpHeaderNames.PROXY_AUTHORIZATION,
            HttpHeaderNames.TE,
            HttpHeaderNames.TRAILER,
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.UPGRADE);
    /** Grafana keeps these to itself too. */
    private static final List<CharSequence> PRIVATE =
            List.of(HttpHeaderNames.COOKIE, HttpHeaderNames.SET_COOKIE, HttpHeaderNames.HOST, HttpHeaderNames.ORIGIN);

    private final HttpClient client;

    ReverseProxy(HttpClient client) {
        this.client = client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2_000);
    }

    Publisher<Void> forward(HttpServerRequest request, HttpServerResponse response, URI target) {
        HttpClient.RequestSender sender = client.headers(headers -> copy(request.requestHeaders(), headers))
                .request(request.method())
                .uri(target);
        HttpClient.ResponseReceiver<?> exchange =
                hasBody(request) ? sender.send(request.receive().retain()) : sender;
        return exchange.response((answer, body) -> {
                    passOn(answer, response);
                    // Flushed piece by piece: an event must not wait for the next one.
                    return response.send(body.retain(), piece -> true).then();
                })
                .then()
                .onErrorResume(ConnectException.class, e -> unreachable(response, target));
    }

    private static void passOn(HttpClientResponse answer, HttpServerResponse response) {
        response.status(answer.status());
        copy(answer.responseHeaders(), response.responseHeaders());
    }

    private static Mono<Void> unreachable(HttpServerResponse response, URI target) {
        return Problems.send(
                response, 502, "The service at %s:%d is not running.".formatted(target.getHost(), target.getPort()));
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.requestHeaders().contains(HttpHeaderNames.CONTENT_LENGTH)
                || request.requestHeaders().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static void copy(HttpHeaders from, HttpHeaders to) {
        from.forEach(header -> to.add(header.getKey(), header.getValue()));
        // A chunked message stays chunked: netty frames it anew once the length is unknown.
        boolean chunked = from.contains(HttpHeaderNames.TRANSFER_ENCODING);
        HOP_BY_HOP.forEach(to::remove);
        PRIVATE.forEach(to::remove);
        if (chunked) {
            to.set(HttpHeaderNames.TRANSFER_ENCODING, "chunked");
        }
    }
}
