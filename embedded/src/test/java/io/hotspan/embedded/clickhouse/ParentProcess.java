package io.hotspan.embedded.clickhouse;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts the engine, prints the child's id and waits to be killed. */
final class ParentProcess {

    private ParentProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedClickHouse server = EmbeddedClickHouse.start(Path.of(arguments[0]), 0);
        System.out.println("child " + server.process().pid());
        new CountDownLatch(1).await();
    }
}
