package io.hotspan.sampling.revive;

import io.hotspan.sampling.ingest.InputRecord;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs passes in a thread of its own, one after the other; at most one portion waits to be taken. */
final class RevivalReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RevivalReader.class);

    private final Supplier<Consumer<byte[], InputRecord>> consumers;
    private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tail-sampler-revival").factory());

    /** Reads with consumers outside any group. */
    RevivalReader(Supplier<Consumer<byte[], InputRecord>> consumers) {
        this.consumers = consumers;
    }

    /** Begins a pass, which ends with a last portion. */
    void start(RevivalPass pass) {
        thread.execute(() -> run(pass));
    }

    /** The next portion, if one is there. */
    @Nullable
    Portion poll() {
        return portions.poll();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void run(RevivalPass pass) {
        try {
            try (Consumer<byte[], InputRecord> consumer = consumers.get()) {
                pass.run(consumer, portions::put);
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Dropped traces of {} cannot be brought back for now", pass.partition(), e);
            }
            portions.put(new Portion(pass, List.of(), true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
