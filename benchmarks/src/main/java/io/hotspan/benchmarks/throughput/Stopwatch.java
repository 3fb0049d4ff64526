package io.hotspan.benchmarks.throughput;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures {@linkplain Cost time, processor time and allocation}. */
final class Stopwatch {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ProcessHandle clickHouse;
    private final long wall;
    private final long cpu;
    private final long allocated;

    private Stopwatch(ProcessHandle clickHouse) {
        this.clickHouse = clickHouse;
        this.allocated = THREADS.getTotalThreadAllocatedBytes();
        this.cpu = cpuNanos(clickHouse);
        this.wall = System.nanoTime();
    }

    static Stopwatch start(ProcessHandle clickHouse) {
        return new Stopwatch(clickHouse);
    }

    Cost stop() {
        long end = System.nanoTime();
        return new Cost(end - wall, cpuNanos(clickHouse) - cpu, THREADS.getTotalThreadAllocatedBytes() - allocated);
    }

    private static long cpuNanos(ProcessHandle clickHouse) {
        return SYSTEM.getProcessCpuTime()
                + clickHouse.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
