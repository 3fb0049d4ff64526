package io.hotspan.receiver.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.grpc.Status.Code;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Which requests there are; every answer, errors too, is what the OTLP specification asks for. */
@Configuration(proxyBeanMethods = false)
class HttpRoutes {

    private static final String TRACES = "/v1/traces";

    @Bean
    RouterFunction<ServerResponse> otlpRoutes(TraceEndpoint traces) {
        return route().POST(TRACES, request -> export(request, traces))
                .route(path(TRACES), request -> methodNotAllowed())
                .route(path("/v1/metrics"), request -> tracesOnly(request, "metrics"))
                .route(path("/v1/logs"), request -> tracesOnly(request, "logs"))
                .route(path("/v1development/profiles"), request -> tracesOnly(request, "profiles"))
                .build();
    }

    /** Lets the scripts of configured pages send spans; without the setting no page may. */
    @Bean
    @ConditionalOnExpression("!'${hotspan.receiver.http.allowed-origins:}'.isEmpty()")
    CorsWebFilter corsFilter(HttpProperties http) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(http.allowedOrigins());
        cors.setAllowedMethods(List.of(HttpMethod.POST.name()));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration(TRACES, cors);
        return new CorsWebFilter(source);
    }

    private static Mono<ServerResponse> export(ServerRequest request, TraceEndpoint traces) {
        @Nullable OtlpFormat format = format(request);
        if (format == null) {
            return unsupported(
                    OtlpFormat.JSON,
                    HttpHeaders.ACCEPT,
                    OtlpFormat.PROTOBUF.mediaType() + ", " + OtlpFormat.JSON.mediaType(),
                    "the content type must be application/x-protobuf or application/json");
        }
        String encoding = contentEncoding(request);
        return switch (encoding) {
            case "", "identity" -> traces.export(request, format, false);
            case "gzip", "x-gzip" -> traces.export(request, format, true);
            default ->
                unsupported(format, HttpHeaders.ACCEPT_ENCODING, "gzip", "the content encoding must be gzip or absent");
        };
    }

    private static String contentEncoding(ServerRequest request) {
        @Nullable String encoding = request.headers().firstHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable OtlpFormat format(ServerRequest request) {
        try {
            return OtlpFormat.of(request.headers().contentType().orElse(null));
        } catch (RuntimeException e) { // a content type that is none
            return null;
        }
    }

    private static Mono<ServerResponse> unsupported(
            OtlpFormat format, String header, String supported, String message) {
        return ServerResponse.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .header(header, supported)
                .contentType(format.mediaType())
                .bodyValue(format.failure(Code.INVALID_ARGUMENT, message));
    }

    private static Mono<ServerResponse> methodNotAllowed() {
        return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.POST)
                .contentType(OtlpFormat.JSON.mediaType())
                .bodyValue(OtlpFormat.JSON.failure(Code.UNIMPLEMENTED, "spans are sent with POST"));
    }

    private static Mono<ServerResponse> tracesOnly(ServerRequest request, String signal) {
        @Nullable OtlpFormat known = format(request);
        OtlpFormat format = known == null ? OtlpFormat.JSON : known;
        return ServerResponse.status(HttpStatus.NOT_FOUND)
                .contentType(format.mediaType())
                .bodyValue(format.failure(
                        Code.UNIMPLEMENTED, "this receiver takes traces at " + TRACES + ", but no " + signal));
    }
}
