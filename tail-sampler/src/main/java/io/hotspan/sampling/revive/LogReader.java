package io.hotspan.sampling.revive;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs passes in a thread of its own, one after the other; at most one portion waits to be taken. */
final class LogReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogReader.class);

    private static final Duration WAIT = Duration.ofMillis(100);

    private final LogReaders readers;
    private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tail-sampler-revival").factory());
    private volatile boolean closed;

    LogReader(LogReaders readers) {
        this.readers = readers;
    }

    /** Begins a pass, which ends with a last portion. */
    void start(LogPass pass) {
        thread.execute(() -> run(pass));
    }

    /** The next portion, if one is there. */
    @Nullable
    Portion poll() {
        return portions.poll();
    }

    /** Lets the thread end; a pass that runs must have been cancelled. */
    @Override
    public void close() {
        closed = true;
        // Not interrupted: Kafka's consumer would leave its connections to the broker behind.
        thread.shutdown();
    }

    private void run(LogPass pass) {
        try {
            try {
                pass.run(readers, this::put);
            } catch (RuntimeException e) {
                log.warn("Dropped traces of {} cannot be brought back for now", pass.partition(), e);
            }
            put(new Portion(pass, _ -> {}, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Portion portion) throws InterruptedException {
        boolean taken = false;
        while (!taken && !closed) {
            taken = portions.offer(portion, WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
