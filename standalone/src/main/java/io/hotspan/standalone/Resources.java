package io.hotspan.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, in reverse. What is added after that is closed at once. */
final class Resources implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Resources.class);

    private final Deque<List<AutoCloseable>> stages = new ArrayDeque<>();
    private final Lock closing = new ReentrantLock();
    private boolean closed;

    Resources() {
        nextStage();
    }

    /** What is added from now on is closed before all that was added up to now. */
    synchronized void nextStage() {
        stages.push(new ArrayList<>());
    }

    <T extends AutoCloseable> T add(T resource) {
        synchronized (this) {
            if (!closed) {
                stages.getFirst().add(resource);
                return resource;
            }
        }
        close(resource);
        throw new StartException("It was told to end while it started.");
    }

    /** Closes stage by stage, those of one stage together. Whoever calls it returns when all is closed. */
    @Override
    public void close() {
        closing.lock();
        try {
            take().forEach(Resources::closeTogether);
        } finally {
            closing.unlock();
        }
    }

    private synchronized List<List<AutoCloseable>> take() {
        List<List<AutoCloseable>> open = List.copyOf(stages);
        stages.clear();
        closed = true;
        return open;
    }

    private static void closeTogether(List<AutoCloseable> stage) {
        List<Thread> closers = stage.stream()
                .map(resource -> Thread.ofPlatform()
                        .name("close-" + resource.getClass().getSimpleName())
                        .start(() -> close(resource)))
                .toList();
        try {
            for (Thread closer : closers) {
                closer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.warn("{} did not end in peace", resource, e);
        }
    }
}
