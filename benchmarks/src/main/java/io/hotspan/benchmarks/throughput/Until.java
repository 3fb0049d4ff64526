package io.hotspan.benchmarks.throughput;

import static org.awaitility.Awaitility.await;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Until {

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofMillis(500);
    private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();

    private Until() {}

    /** Returns when the condition holds, within a few milliseconds. */
    static void holds(String what, BooleanSupplier condition) {
        // On this thread, for a thread of its own would take part in what is measured.
        await(what)
                .dontCatchUncaughtExceptions()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(PATIENCE)
                .until(condition::getAsBoolean);
    }

    /** Returns when nothing is compiled any more: a service that has just started leaves seconds of that behind. */
    static void compilersRest() {
        AtomicLong compiled = new AtomicLong(-1);
        AtomicLong since = new AtomicLong();
        holds("the compilers have nothing to do", () -> {
            long now = COMPILERS.getTotalCompilationTime();
            if (now != compiled.getAndSet(now)) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() >= REST.toNanos();
        });
    }
}
