package io.hotspan.generator.bulk;

import io.hotspan.generator.truth.GroundTruth;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Pushes a number of traces into a sink with a few workers. Each takes the next batch in order of time, makes it and
 * delivers it before it takes another: memory holds one batch a worker, and the sink sets the pace.
 */
public final class BulkRun {

    private final TraceSource source;
    private final OtlpSink sink;
    private final GroundTruth truth;
    private final int tracesPerRequest;
    private final int workers;

    public BulkRun(TraceSource source, OtlpSink sink, GroundTruth truth, int tracesPerRequest, int workers) {
        this.source = source;
        this.sink = sink;
        this.truth = truth;
        this.tracesPerRequest = tracesPerRequest;
        this.workers = workers;
    }

    /**
     * Delivers {@code total} traces and returns when the last one has been taken. The first failure ends the run.
     *
     * @throws InterruptedException where the caller was interrupted; its workers have ended by then
     */
    public void run(long total, BulkProgress progress) throws DeliveryException, InterruptedException {
        AtomicLong next = new AtomicLong();
        // Platform threads: making traces is all processor time, and would starve the carriers of virtual threads.
        ExecutorService threads = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("bulk-", 0).factory());
        try {
            ExecutorCompletionService<Void> completion = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < workers; i++) {
                Future<Void> _ = completion.submit(() -> work(next, total, progress));
            }
            for (int i = 0; i < workers; i++) {
                Void _ = completion.take().get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DeliveryException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private @Nullable Void work(AtomicLong next, long total, BulkProgress progress)
            throws DeliveryException, InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            long position = next.getAndAdd(tracesPerRequest);
            if (position >= total) {
                return null;
            }
            int count = (int) Math.min(tracesPerRequest, total - position);
            ExportTraceServiceRequest request = source.batch(position, count, truth);
            long rejected = sink.deliver(request);
            progress.delivered(count, spans(request), rejected);
        }
        throw new InterruptedException();
    }

    private static long spans(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .mapToLong(scope -> scope.getSpansCount())
                .sum();
    }
}
