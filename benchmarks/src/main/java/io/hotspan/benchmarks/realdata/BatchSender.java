package io.hotspan.benchmarks.realdata;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Sends batches over OTLP/HTTP: a few at a time, each again as long as the receiver asks for it. */
final class BatchSender implements AutoCloseable {

    private static final int IN_FLIGHT = 8;
    private static final int ATTEMPTS = 60;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final List<Future<?>> sends = new ArrayList<>();
    private final AtomicLong repeats = new AtomicLong();
    private final URI endpoint;

    BatchSender(URI otlpUrl) {
        endpoint = otlpUrl.resolve("/v1/traces");
    }

    /** Waits for room and sends in the background. */
    void send(ExportTraceServiceRequest batch) throws InterruptedException {
        room.acquire();
        sends.add(workers.submit(() -> {
            try {
                deliver(batch.toByteArray());
                return null;
            } finally {
                room.release();
            }
        }));
    }

    /** Waits until every batch is acknowledged. */
    void await() throws InterruptedException, ExecutionException {
        for (Future<?> send : sends) {
            send.get();
        }
    }

    /** How often a batch had to be sent again. */
    long repeats() {
        return repeats.get();
    }

    @Override
    public void close() {
        workers.close();
        client.close();
    }

    private void deliver(byte[] body) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(endpoint)
                            .header("Content-Type", "application/x-protobuf")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            switch (response.statusCode()) {
                case 200 -> {
                    requireAllTaken(response.body());
                    return;
                }
                case TOO_MANY_REQUESTS, UNAVAILABLE -> {
                    repeats.incrementAndGet();
                    Thread.sleep(Duration.ofSeconds(
                            response.headers().firstValueAsLong("Retry-After").orElse(1)));
                }
                default -> throw new IOException("the receiver answered " + response.statusCode());
            }
        }
        throw new IOException("the receiver was busy " + ATTEMPTS + " times in a row");
    }

    private static void requireAllTaken(byte[] body) throws IOException {
        try {
            ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(body);
            if (response.hasPartialSuccess()) {
                throw new IOException(response.getPartialSuccess().getErrorMessage());
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("the receiver's answer cannot be read", e);
        }
    }
}
