package io.hotspan.standalone.page;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Errors of the page itself, as RFC 9457 problem details like those of the services. */
final class Problems {

    private static final JsonMapper JSON = new JsonMapper();

    private Problems() {}

    static Mono<Void> send(HttpServerResponse response, int status, String detail) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        byte[] body = JSON.writeValueAsBytes(
                Map.of("type", "about:blank", "title", title, "status", status, "detail", detail));
        return response.status(status)
                .header("Content-Type", "application/problem+json")
                .sendByteArray(Mono.just(body))
                .then();
    }
}
