package io.hotspan.generator.bulk;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;

/**
 * OTLP/HTTP with protobuf, uncompressed, since the receiver is near and the processor is the bottleneck. Repeats what
 * the OTLP specification calls retryable (429, 502, 503, 504, no connection) and waits as long as {@code Retry-After}
 * says, else with exponential backoff and jitter. The caller waits meanwhile, which is all the flow control there is to
 * it.
 */
public final class OtlpHttpSink implements OtlpSink, AutoCloseable {

    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI traces;
    private final Duration requestTimeout;
    private final Duration giveUpAfter;
    private final InstantSource clock;
    private final Runnable onRetry;

    /**
     * A sink for a receiver.
     *
     * @param endpoint its base address; {@code /v1/traces} is appended
     * @param giveUpAfter how long one request is repeated
     * @param onRetry called before each repetition
     */
    public OtlpHttpSink(
            URI endpoint, Duration requestTimeout, Duration giveUpAfter, InstantSource clock, Runnable onRetry) {
        this.traces = URI.create(endpoint.toString().replaceAll("/+$", "") + "/v1/traces");
        this.requestTimeout = requestTimeout;
        this.giveUpAfter = giveUpAfter;
        this.clock = clock;
        this.onRetry = onRetry;
    }

    @Override
    public long deliver(ExportTraceServiceRequest request) throws DeliveryException, InterruptedException {
        HttpRequest http = HttpRequest.newBuilder(traces)
                .timeout(requestTimeout)
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.toByteArray()))
                .build();
        var retry = new RetryTemplate(new DeliveryRetry(clock, clock.instant().plus(giveUpAfter), onRetry));
        try {
            return retry.execute(() -> send(http));
        } catch (RetryException e) {
            throw outcome(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static DeliveryException outcome(RetryException e) throws InterruptedException {
        // The template sets the flag where it was interrupted while it waited.
        if (Thread.interrupted() || e.getCause() instanceof InterruptedException) {
            throw new InterruptedException();
        }
        return e.getCause() instanceof DeliveryException failure ? failure : new DeliveryException("Not sent", e);
    }

    private long send(HttpRequest request) throws DeliveryException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new RetryableDeliveryException("No answer from " + traces + ": " + e, e);
        }
        int status = response.statusCode();
        if (status / 100 == 2) {
            return rejected(response.body());
        }
        String message = traces + " answered " + status;
        if (RETRYABLE.contains(status)) {
            throw new RetryableDeliveryException(
                    message,
                    response.headers()
                            .firstValue("Retry-After")
                            .flatMap(value -> RetryAfter.parse(value, clock.instant()))
                            .orElse(null));
        }
        throw new DeliveryException(message);
    }

    private long rejected(byte[] body) throws DeliveryException {
        try {
            return ExportTraceServiceResponse.parseFrom(body)
                    .getPartialSuccess()
                    .getRejectedSpans();
        } catch (InvalidProtocolBufferException e) {
            throw new DeliveryException(
                    traces + " does not speak OTLP: its answer is no ExportTraceServiceResponse", e);
        }
    }
}
