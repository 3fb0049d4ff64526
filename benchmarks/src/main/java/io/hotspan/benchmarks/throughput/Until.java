package io.hotspan.benchmarks.throughput;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Until {

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Until() {}

    /** Returns when the condition holds, within a few milliseconds. */
    static void holds(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("After %s still not: %s".formatted(PATIENCE, what));
            }
            Thread.sleep(PAUSE);
        }
    }
}
