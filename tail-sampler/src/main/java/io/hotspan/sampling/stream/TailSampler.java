package io.hotspan.sampling.stream;

import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.explain.OpenTraces;
import io.hotspan.sampling.explain.answer.OpenTrace;
import io.hotspan.telemetry.TraceId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.springframework.context.SmartLifecycle;

/** All workers of this instance, started and stopped together with the application. */
public final class TailSampler implements SmartLifecycle, MeterBinder, OpenTraces {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final IntFunction<SamplerWorker> factory;
    private final int concurrency;
    private final List<SamplerWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile List<SamplerWorker> current = List.of();
    private volatile boolean running;

    TailSampler(int concurrency, IntFunction<SamplerWorker> factory) {
        this.concurrency = concurrency;
        this.factory = factory;
    }

    @Override
    public synchronized void start() {
        for (int number = 0; number < concurrency; number++) {
            SamplerWorker worker = factory.apply(number);
            workers.add(worker);
            // A platform thread: it is busy on a core, not waiting.
            threads.add(
                    Thread.ofPlatform().daemon().name("tail-sampler-" + number).start(worker));
        }
        current = List.copyOf(workers);
        running = true;
    }

    /** Lets every worker finish its transaction; decides nothing early. */
    @Override
    public synchronized void stop() {
        running = false;
        workers.forEach(SamplerWorker::stop);
        try {
            for (Thread thread : threads) {
                if (!thread.join(GRACE)) {
                    // What it could not commit by now is done again by the next owner.
                    thread.interrupt();
                    thread.join(GRACE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What became of everything read by this instance; exact as of each worker's last transaction. */
    public Account account() {
        return current.stream().map(worker -> worker.status().account()).reduce(Account.EMPTY, Account::plus);
    }

    @Override
    public Optional<OpenTrace> find(TraceId id) {
        List<CompletableFuture<Optional<OpenTrace>>> answers = current.stream()
                .map(worker -> worker.questions().ask(id).completeOnTimeout(Optional.empty(), 1, TimeUnit.SECONDS))
                .toList();
        return answers.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How each worker is doing. */
    List<WorkerStatus> statuses() {
        return current.stream().map(SamplerWorker::status).toList();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "spans.undecided",
                "Spans waiting for their trace's decision",
                status -> status.account().spansUndecided());
        gauge(registry, "buffer.bytes", "Estimated heap of undecided traces", WorkerStatus::bufferedBytes);
        gauge(registry, "lag", "Input records not yet read", WorkerStatus::lag);
        gauge(registry, "paused", "Threads waiting for memory", status -> status.paused() ? 1 : 0);
        gauge(registry, "partitions", "Input partitions sampled here", WorkerStatus::partitions);
        Gauge.builder(
                        "tail_sampling.decision.age.seconds",
                        this,
                        sampler -> sampler.statuses().stream()
                                .mapToDouble(status -> status.oldestAgeMillis() / 1e3)
                                .max()
                                .orElse(0))
                .description("Age of the oldest undecided trace")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<WorkerStatus> value) {
        Gauge.builder(
                        "tail_sampling." + name,
                        this,
                        sampler ->
                                sampler.statuses().stream().mapToDouble(value).sum())
                .description(description)
                .register(registry);
    }
}
