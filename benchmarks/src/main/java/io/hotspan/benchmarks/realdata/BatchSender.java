package io.hotspan.benchmarks.realdata;

import io.hotspan.generator.bulk.DeliveryException;
import io.hotspan.generator.bulk.OtlpHttpSink;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
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
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final List<Future<?>> sends = new ArrayList<>();
    private final AtomicLong repeats = new AtomicLong();
    private final OtlpHttpSink sink;

    BatchSender(URI otlpUrl) {
        sink = new OtlpHttpSink(otlpUrl, TIMEOUT, PATIENCE, InstantSource.system(), repeats::incrementAndGet);
    }

    /** Waits for room and sends in the background. */
    void send(ExportTraceServiceRequest batch) throws InterruptedException {
        room.acquire();
        sends.add(workers.submit(() -> {
            try {
                deliver(batch);
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
        sink.close();
    }

    private void deliver(ExportTraceServiceRequest batch) throws DeliveryException, IOException, InterruptedException {
        long rejected = sink.deliver(batch);
        if (rejected > 0) {
            throw new IOException("the receiver rejected " + rejected + " spans");
        }
    }
}
