package io.hotspan.standalone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends the stack in order at the first Ctrl-C or SIGTERM, and at once at the second. */
final class Shutdown {

    private static final Duration DEADLINE = Duration.ofSeconds(9);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final HotspanStack stack;
    private final Progress progress;

    private Shutdown(HotspanStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    static Shutdown onSignal(HotspanStack stack, Progress progress) {
        Shutdown shutdown = new Shutdown(stack, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "shutdown"));
        Interrupts.onInterrupt(shutdown::interrupted);
        return shutdown;
    }

    /** Returns when the stack should end. */
    void await() throws InterruptedException {
        asked.await();
    }

    private void interrupted() {
        if (closing.get()) {
            progress.line("Ended at once.");
            Runtime.getRuntime().halt(130);
        }
        // On a thread of its own, for exit returns only when all is closed.
        Thread.ofPlatform().name("exit").start(() -> System.exit(0));
    }

    private void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        asked.countDown();
        progress.line("Ending …");
        Thread closer = Thread.ofPlatform().name("closer").start(stack::close);
        try {
            if (!closer.join(DEADLINE)) {
                progress.line("Not everything ended within %d s: the rest is ended by force."
                        .formatted(DEADLINE.toSeconds()));
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
