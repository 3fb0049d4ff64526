package io.hotspan.receiver.http;

import io.grpc.Status.Code;
import io.hotspan.receiver.ingest.IngestMetrics;
import io.hotspan.receiver.ingest.IngestProperties;
import io.hotspan.receiver.ingest.IngestResult;
import io.hotspan.receiver.ingest.Message;
import io.hotspan.receiver.ingest.MessageTooLargeException;
import io.hotspan.receiver.ingest.OverloadedException;
import io.hotspan.receiver.ingest.RequestOutcome;
import io.hotspan.receiver.ingest.TraceIngest;
import io.hotspan.receiver.json.OtlpJsonReader.WireMessage;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.channel.AbortedException;

/**
 * {@code POST /v1/traces}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
@Component
class TraceEndpoint {

    private static final Logger log = LoggerFactory.getLogger(TraceEndpoint.class);

    private final IngestProperties properties;
    private final MessageReader reader;
    private final TraceIngest ingest;
    private final IngestMetrics metrics;
    private final Executor workers;

    TraceEndpoint(
            IngestProperties properties,
            MessageReader reader,
            TraceIngest ingest,
            IngestMetrics metrics,
            Executor otlpWorkers) {
        this.properties = properties;
        this.reader = reader;
        this.ingest = ingest;
        this.metrics = metrics;
        this.workers = otlpWorkers;
    }

    /** Answers once Kafka has the spans, or with what the client should do instead. */
    Mono<ServerResponse> export(ServerRequest request, OtlpFormat format, boolean gzip) {
        metrics.requestReceived(format.transport());
        return answer(request, format, gzip)
                .onErrorResume(failure -> Mono.just(answerTo(failure, format)))
                .doOnNext(answer -> metrics.requestFinished(format.transport(), answer.outcome()))
                .doFinally(signal -> {
                    if (signal == SignalType.CANCEL) {
                        metrics.requestFinished(format.transport(), RequestOutcome.ABANDONED);
                    }
                })
                .flatMap(answer -> answer.toResponse(format));
    }

    private Mono<HttpAnswer> answer(ServerRequest request, OtlpFormat format, boolean gzip) {
        return Mono.defer(() -> {
            Message message = reader.expect(request);
            // From then on the worker closes it, even when the client has left: its bytes are still in use.
            AtomicBoolean handedOver = new AtomicBoolean();
            return reader.receive(request, message)
                    .timeout(properties.requestTimeout())
                    .flatMap(whole -> Mono.fromFuture(
                            () -> {
                                handedOver.set(true);
                                return CompletableFuture.supplyAsync(() -> work(whole, format, gzip), workers);
                            },
                            true))
                    .doFinally(signal -> {
                        if (!handedOver.get()) {
                            message.close();
                        }
                    });
        });
    }

    private HttpAnswer work(Message message, OtlpFormat format, boolean gzip) {
        int bodyBytes = message.length();
        try (message) {
            if (!gzip) {
                return ingest(message, format);
            }
            try (Message plain = reader.gunzip(message)) {
                return ingest(plain, format);
            }
        } catch (UndecodableException e) {
            return undecodable(format, bodyBytes, e.reason());
        } catch (RuntimeException e) {
            return answerTo(e, format);
        }
    }

    private HttpAnswer ingest(Message message, OtlpFormat format) throws UndecodableException {
        try {
            IngestResult result = switch (format) {
                case PROTOBUF -> ingest.ingest(message.bytes(), message.length(), format.transport());
                case JSON -> {
                    WireMessage wire = reader.fromJson(message);
                    yield ingest.ingest(wire.bytes(), wire.length(), format.transport());
                }
            };
            return answerTo(result, format);
        } catch (MalformedOtlpException e) {
            throw new UndecodableException("not an ExportTraceServiceRequest: " + e.getMessage());
        }
    }

    private static HttpAnswer answerTo(IngestResult result, OtlpFormat format) {
        return switch (result) {
            case IngestResult.Taken taken ->
                new HttpAnswer(
                        taken.refusals().total() == 0 ? RequestOutcome.ACCEPTED : RequestOutcome.PARTIAL,
                        HttpStatus.OK,
                        format.success(taken.refusals()),
                        null);
            case IngestResult.Refused refused ->
                HttpAnswer.failure(
                        format,
                        RequestOutcome.REFUSED,
                        HttpStatus.BAD_REQUEST,
                        Code.INVALID_ARGUMENT,
                        refused.message());
            case IngestResult.Unavailable unavailable ->
                HttpAnswer.failure(
                                format,
                                RequestOutcome.UNAVAILABLE,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                Code.UNAVAILABLE,
                                unavailable.message())
                        .retryAfter(unavailable.retryAfter());
        };
    }

    private HttpAnswer undecodable(OtlpFormat format, int messageBytes, String reason) {
        ingest.undecodable(format.transport(), messageBytes, reason);
        return HttpAnswer.failure(
                format, RequestOutcome.UNDECODABLE, HttpStatus.BAD_REQUEST, Code.INVALID_ARGUMENT, reason);
    }

    private HttpAnswer answerTo(Throwable failure, OtlpFormat format) {
        return switch (failure) {
            case OverloadedException e ->
                HttpAnswer.failure(
                                format,
                                RequestOutcome.OVERLOADED,
                                HttpStatus.TOO_MANY_REQUESTS,
                                Code.RESOURCE_EXHAUSTED,
                                e.getMessage())
                        .retryAfter(e.retryAfter());
            case MessageTooLargeException e ->
                HttpAnswer.failure(
                        format,
                        RequestOutcome.TOO_LARGE,
                        HttpStatus.CONTENT_TOO_LARGE,
                        Code.INVALID_ARGUMENT,
                        e.getMessage());
            case TimeoutException e ->
                HttpAnswer.failure(
                        format,
                        RequestOutcome.TIMED_OUT,
                        HttpStatus.REQUEST_TIMEOUT,
                        Code.DEADLINE_EXCEEDED,
                        "the body did not arrive within " + properties.requestTimeout());
            case AbortedException e -> // nobody is there to read it
                HttpAnswer.failure(
                        format,
                        RequestOutcome.ABANDONED,
                        HttpStatus.BAD_REQUEST,
                        Code.CANCELLED,
                        "the connection was closed before the body was whole");
            default -> {
                log.error("A batch could not be taken", failure);
                yield HttpAnswer.failure(
                        format,
                        RequestOutcome.FAILED,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        Code.INTERNAL,
                        "the receiver failed; its log says why");
            }
        };
    }
}
