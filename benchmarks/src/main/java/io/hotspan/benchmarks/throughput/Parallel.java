package io.hotspan.benchmarks.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The same work on several threads. */
final class Parallel {

    private Parallel() {}

    /** Runs one task a thread and returns when all have ended; throws what one of them threw. */
    static void run(int threads, IntFunction<Callable<?>> task) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                running.add(executor.submit(task.apply(number)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
