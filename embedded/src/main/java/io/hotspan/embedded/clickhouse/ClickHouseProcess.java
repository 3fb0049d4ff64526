package io.hotspan.embedded.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Main class of the child process: serves ClickHouse until its standard input ends or SIGTERM comes. The parent holds
 * the other end of that input, so the child ends with it even when the parent is killed.
 */
final class ClickHouseProcess {

    private static final long STACK_BYTES = 16L << 20;
    private static final long SHUTDOWN_MILLIS = 8_000;

    private final NativeEngine engine;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private ClickHouseProcess(NativeEngine engine) {
        this.engine = engine;
    }

    public static void main(String[] arguments) throws Throwable {
        NativeEngine engine = new NativeEngine(Path.of(arguments[0]));
        engine.leaveProcessGroup();
        ClickHouseProcess process = new ClickHouseProcess(engine);
        // ClickHouse bounds its recursion by the thread's stack, which is small for a JVM's main thread.
        Thread server = new Thread(
                null, () -> process.serve(Path.of(arguments[1]), Path.of(arguments[2])), "clickhouse", STACK_BYTES);
        Thread parent = Thread.ofPlatform().daemon().name("parent").unstarted(process::awaitParent);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.stopAndAwait(server), "shutdown"));
        server.start();
        parent.start();
    }

    private void serve(Path configFile, Path dataDirectory) {
        int status = 0;
        try {
            @Nullable String error = engine.serve(configFile, dataDirectory);
            if (error != null) {
                System.err.println(error);
                status = 1;
            } else if (!stopping.get()) {
                System.err.println("ClickHouse ended by itself.");
                status = 1;
            }
        } catch (Throwable e) {
            e.printStackTrace();
            status = 1;
        }
        // Not exit: nothing is left to do, and exit would wait for the hook, which waits for this thread.
        Runtime.getRuntime().halt(status);
    }

    private void awaitParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent; only the end matters.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        stop();
    }

    private void stop() {
        try {
            if (stopping.compareAndSet(false, true)) {
                engine.stop();
            }
        } catch (Throwable e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void stopAndAwait(Thread server) {
        stop();
        try {
            server.join(SHUTDOWN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
