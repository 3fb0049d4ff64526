package io.hotspan.sampling.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.telemetry.wire.ProtoReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Sends requests by OTLP over HTTP, again and again until there is an answer for good.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp-response">OTLP/HTTP Response</a>
 */
final class OtlpEndpoint {

    private static final MediaType PROTOBUF = MediaType.parseMediaType("application/x-protobuf");
    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int MAX_MESSAGE_LENGTH = 500;
    private static final double JITTER = 0.5;

    /** Whatever the endpoint asks for: spans wait in a topic that does not keep them for ever. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final WebClient client;
    private final URI uri;
    private final ExportProperties settings;
    private final InstantSource clock;
    private final Consumer<Throwable> onRetry;

    /** Tells {@code onRetry} why a request is about to be sent again. */
    OtlpEndpoint(ExportProperties settings, InstantSource clock, Consumer<Throwable> onRetry) {
        this.uri = settings.uri();
        this.settings = settings;
        this.clock = clock;
        this.onRetry = onRetry;
        this.client = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER_BYTES))
                .defaultHeaders(headers -> {
                    headers.setContentType(PROTOBUF);
                    headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                    headers.set(HttpHeaders.USER_AGENT, "hotspan-tail-sampler");
                    settings.headerValues().forEach(headers::set);
                })
                .build();
    }

    /** Sends an export request, compressed by gzip, for as long as it takes; ends with an error only if cancelled. */
    Mono<ExportAnswer> send(byte[] request) {
        return client.post()
                .uri(uri)
                .bodyValue(request)
                .exchangeToMono(this::answer)
                .timeout(settings.timeout())
                .onErrorResume(
                        RetryLaterException.class,
                        later -> Mono.delay(later.after()).then(Mono.error(later)))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, settings.initialBackoff())
                        .maxBackoff(settings.maxBackoff())
                        .jitter(JITTER)
                        .filter(OtlpEndpoint::mayPass)
                        .doBeforeRetry(retry -> onRetry.accept(retry.failure())))
                .onErrorResume(failure -> Mono.just(new ExportAnswer.Refused(failure.toString())));
    }

    private Mono<ExportAnswer> answer(ClientResponse response) {
        HttpHeaders headers = response.headers().asHttpHeaders();
        return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> {
            int status = response.statusCode().value();
            if (response.statusCode().is2xxSuccessful()) {
                return accepted(isProtobuf(headers) ? body : new byte[0]);
            }
            String reason = ("status " + status + " " + message(headers, body)).strip();
            if (RETRYABLE.contains(status)) {
                throw new RetryLaterException(reason, retryAfter(headers));
            }
            return new ExportAnswer.Refused(reason);
        });
    }

    /** {@code ExportTraceServiceResponse}: partial_success = 1 { rejected_spans = 1, error_message = 2 }. */
    private static ExportAnswer accepted(byte[] body) {
        long rejected = 0;
        String message = "";
        try {
            ProtoReader response = new ProtoReader(body, 0, body.length);
            while (response.next()) {
                if (response.isLengthDelimited(1)) {
                    ProtoReader partial = new ProtoReader(body, response.valueStart(), response.valueEnd());
                    while (partial.next()) {
                        rejected = partial.field() == 1 ? partial.number() : rejected;
                        message = partial.field() == 2 ? printable(partial.text()) : message;
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            // It said 2xx, so it has the spans; sending them again because of how it said so would double them.
            message = "the answer cannot be read";
        }
        return new ExportAnswer.Accepted(Math.max(0, rejected), message);
    }

    /** Errors have a {@code google.rpc.Status} as their body: message = 2. */
    private static String message(HttpHeaders headers, byte[] body) {
        if (!isProtobuf(headers)) {
            return printable(new String(body, UTF_8));
        }
        try {
            ProtoReader status = new ProtoReader(body, 0, body.length);
            while (status.next()) {
                if (status.isLengthDelimited(2)) {
                    return printable(status.text());
                }
            }
        } catch (IllegalArgumentException e) {
            // The status alone has to do.
        }
        return "";
    }

    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_MESSAGE_LENGTH ? line : line.substring(0, MAX_MESSAGE_LENGTH) + "…";
    }

    private Duration retryAfter(HttpHeaders headers) {
        Duration asked = Duration.ZERO;
        try {
            String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
            if (value != null && value.chars().allMatch(Character::isDigit)) {
                asked = Duration.ofSeconds(Long.parseLong(value));
            } else {
                @Nullable ZonedDateTime date = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
                asked = date == null ? asked : Duration.between(clock.instant(), date);
            }
        } catch (IllegalArgumentException e) {
            // Neither seconds nor a date: as if it had said nothing.
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private static boolean isProtobuf(HttpHeaders headers) {
        try {
            return PROTOBUF.equalsTypeAndSubtype(headers.getContentType());
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof RetryLaterException
                || failure instanceof WebClientRequestException
                || failure instanceof TimeoutException
                || failure instanceof IOException;
    }
}
