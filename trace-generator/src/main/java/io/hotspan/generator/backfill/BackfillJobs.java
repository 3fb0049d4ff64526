package io.hotspan.generator.backfill;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.bulk.BulkCounters;
import io.hotspan.generator.bulk.BulkRun;
import io.hotspan.generator.bulk.DeliveryException;
import io.hotspan.generator.bulk.OtlpSink;
import io.hotspan.generator.bulk.TraceSource;
import io.hotspan.generator.pack.ActivePack;
import io.hotspan.generator.pack.Packs;
import io.hotspan.generator.truth.GroundTruth;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs back-fills one after the other, and remembers the last of them. */
@Component
class BackfillJobs implements AutoCloseable {

    static final int MOST_PENDING = 16;
    private static final int REMEMBERED = 100;
    private static final Logger log = LoggerFactory.getLogger(BackfillJobs.class);

    private final Map<String, BackfillJob> jobs = new LinkedHashMap<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("backfill").factory());
    private final Packs packs;
    private final OtlpSink sink;
    private final GroundTruth truth;
    private final BulkCounters counters;
    private final Clock clock;
    private final GeneratorProperties properties;

    BackfillJobs(
            Packs packs,
            OtlpSink sink,
            GroundTruth truth,
            BulkCounters counters,
            Clock clock,
            GeneratorProperties properties) {
        this.packs = packs;
        this.sink = sink;
        this.truth = truth;
        this.counters = counters;
        this.clock = clock;
        this.properties = properties;
    }

    /** Queues a back-fill under the scenarios as they are now. */
    synchronized BackfillJob submit(BackfillPlan plan) {
        if (jobs.values().stream().filter(job -> !job.isOver()).count() >= MOST_PENDING) {
            throw new TooManyBackfillsException();
        }
        BackfillJob job = new BackfillJob(UUID.randomUUID().toString(), plan, clock.instant());
        jobs.put(job.id(), job);
        forgetOldest();
        TraceSource source = source(plan);
        job.runsAs(queue.submit(() -> run(job, source)));
        return job;
    }

    synchronized Optional<BackfillJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** All that are remembered, the newest first. */
    synchronized List<BackfillJob> all() {
        return List.copyOf(jobs.values()).reversed();
    }

    void cancel(BackfillJob job) {
        job.cancel(clock.instant());
    }

    @Override
    public void close() {
        all().forEach(this::cancel);
        queue.shutdownNow();
        queue.close();
    }

    private TraceSource source(BackfillPlan plan) {
        ActivePack pack = packs.find(plan.pack()).orElseThrow();
        return new TraceSource(
                pack.pack(),
                properties.seed(),
                pack.settings(),
                plan.firstIndex(),
                new TrafficCurve(plan.from(), plan.to(), plan.total()));
    }

    private void run(BackfillJob job, TraceSource source) {
        if (!job.begin()) {
            return;
        }
        GeneratorProperties.Bulk bulk = properties.bulk();
        try {
            new BulkRun(source, sink, truth, bulk.tracesPerRequest(), bulk.workers())
                    .run(job.plan().total(), (traces, spans, rejected) -> {
                        job.delivered(traces, spans, rejected);
                        counters.delivered(traces, spans, rejected);
                    });
            job.end(BackfillState.DONE, clock.instant(), null);
        } catch (InterruptedException e) {
            job.end(BackfillState.CANCELLED, clock.instant(), null);
        } catch (DeliveryException e) {
            log.warn(
                    "Back-fill {} ended after {} traces: {}",
                    job.id(),
                    job.view().sent(),
                    e.getMessage());
            job.end(BackfillState.FAILED, clock.instant(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("Back-fill {} ended after {} traces", job.id(), job.view().sent(), e);
            job.end(BackfillState.FAILED, clock.instant(), "Unexpected failure, see the log");
        }
    }

    private void forgetOldest() {
        var oldest = jobs.values().iterator();
        while (jobs.size() > REMEMBERED && oldest.hasNext()) {
            if (oldest.next().isOver()) {
                oldest.remove();
            }
        }
    }
}
