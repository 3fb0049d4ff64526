package io.hotspan.service.problem;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failed request, whichever layer it failed in, with a {@link Problem}. */
@Order(-2) // before Spring's own ResponseStatusExceptionHandler, which answers without a body
public final class ProblemExceptionHandler implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private final JsonMapper json;

    public ProblemExceptionHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        if (failure instanceof AbortedException) {
            return Mono.empty(); // the caller left while sending: nobody is to be answered, and nobody at fault
        }
        Problem problem = Problems.of(failure);
        if (problem.status() >= 500 && Problems.find(failure, ProblemException.class) == null) {
            log.error(
                    "{} {} failed",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    failure);
        }
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        if (failure instanceof ErrorResponse withHeaders) {
            withHeaders.getHeaders().forEach(response.getHeaders()::put); // Allow, Accept and the like
        }
        ProblemException known = Problems.find(failure, ProblemException.class);
        if (known != null) {
            known.retryAfter()
                    .map(Duration::toSeconds)
                    .ifPresent(seconds ->
                            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds))));
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = json.writeValueAsBytes(problem);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
