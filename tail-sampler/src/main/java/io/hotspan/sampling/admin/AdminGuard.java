package io.hotspan.sampling.admin;

import io.hotspan.service.problem.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps other web pages out. A browser lets any page send requests to a loopback port, directly or under a host name
 * that its owner points at 127.0.0.1; it names the page in {@code Origin} and the host in {@code Host}, and sends no
 * JSON unasked.
 */
@Component
final class AdminGuard implements WebFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopbackOnly;

    AdminGuard(ServerProperties server) {
        InetAddress address = server.getAddress();
        loopbackOnly = address != null && address.isLoopbackAddress();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!request.getPath().value().startsWith("/admin")) {
            return chain.filter(exchange);
        }
        String host = request.getHeaders().getFirst(HttpHeaders.HOST);
        String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        if (host == null || (loopbackOnly && !LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", "")))) {
            return Mono.error(new ForeignPageException("This service is asked for by another name: " + host + "."));
        }
        if (READING.contains(request.getMethod())) {
            return chain.filter(exchange);
        }
        if (origin != null && !host.equalsIgnoreCase(authority(origin))) {
            return Mono.error(new ForeignPageException("A page of " + origin + " may not change anything here."));
        }
        if (WITH_BODY.contains(request.getMethod()) && !isJson(request)) {
            return Mono.error(new UnsupportedMediaTypeStatusException(
                    request.getHeaders().getContentType(), List.of(MediaType.APPLICATION_JSON)));
        }
        return chain.filter(exchange);
    }

    private static boolean isJson(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        return type != null && type.isCompatibleWith(MediaType.APPLICATION_JSON);
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A request that a web page of somebody else made: 403. */
    private static final class ForeignPageException extends ProblemException {
        ForeignPageException(String detail) {
            super(HttpStatus.FORBIDDEN, "foreign-page", "Foreign page", detail);
        }
    }
}
