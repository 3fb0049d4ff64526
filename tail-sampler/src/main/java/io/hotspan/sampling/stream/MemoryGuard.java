package io.hotspan.sampling.stream;

import org.apache.kafka.clients.consumer.Consumer;

/** Keeps a session's undecided traces within their memory: pauses reading, then decides early. */
final class MemoryGuard {

    private final Consumer<?, ?> consumer;
    private final OwnedPartitions owned;
    private final BufferGuard guard;
    private boolean paused;

    MemoryGuard(Consumer<?, ?> consumer, OwnedPartitions owned, BufferGuard guard) {
        this.consumer = consumer;
        this.owned = owned;
        this.guard = guard;
    }

    /** Does what the memory in use asks for. */
    void look() {
        BufferGuard.Advice advice = advice();
        if (advice == BufferGuard.Advice.DECIDE_EARLY) {
            while (!guard.hasRoom(owned.bufferedBytes())) {
                owned.decideQuietest();
            }
            advice = advice();
        }
        paused = advice != BufferGuard.Advice.READ;
        if (paused) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    /** Whether reading waits for memory. */
    boolean isPaused() {
        return paused;
    }

    private BufferGuard.Advice advice() {
        return guard.advise(owned.bufferedBytes(), System.nanoTime());
    }
}
