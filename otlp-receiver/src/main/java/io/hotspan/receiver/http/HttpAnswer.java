package io.hotspan.receiver.http;

import io.grpc.Status.Code;
import io.hotspan.receiver.ingest.RequestOutcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * What a client is told, and what the request counts as.
 *
 * @param retryAfter when to send the same again, or null if that will not help
 */
@SuppressWarnings("ArrayRecordComponent") // a hand-over of bytes, compared by nobody
record HttpAnswer(
        RequestOutcome outcome,
        HttpStatus status,
        byte[] body,
        @Nullable Duration retryAfter) {

    static HttpAnswer failure(
            OtlpFormat format, RequestOutcome outcome, HttpStatus status, Code code, @Nullable String message) {
        return new HttpAnswer(
                outcome, status, format.failure(code, message == null ? status.getReasonPhrase() : message), null);
    }

    HttpAnswer retryAfter(Duration duration) {
        return new HttpAnswer(outcome, status, body, duration);
    }

    Mono<ServerResponse> toResponse(OtlpFormat format) {
        ServerResponse.BodyBuilder response = ServerResponse.status(status).contentType(format.mediaType());
        if (retryAfter != null) {
            // Whole seconds, rounded up, as RFC 9110 has it.
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.ceilDiv(retryAfter.toMillis(), 1_000)));
        }
        return response.bodyValue(body);
    }
}
