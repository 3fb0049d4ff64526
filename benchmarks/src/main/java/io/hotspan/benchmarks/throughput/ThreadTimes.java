package io.hotspan.benchmarks.throughput;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;

/** Processor time of this process by what its threads are for; to be asked while they still run. */
final class ThreadTimes {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Prefixes of thread names. */
    private static final Map<String, String> PURPOSES = Map.of(
            "tail-sampler-",
            "sampling",
            "kafka-producer-network-thread",
            "sending, on the producers' own threads",
            "data-plane-kafka",
            "broker, requests");

    private static final String OTHER = "broker, everything else";
    private static final String COLLECTOR = "JVM: garbage collector (elapsed)";
    private static final String JVM = "JVM: compilers and the rest";

    private final Map<String, Long> nanos = new TreeMap<>();

    private ThreadTimes() {}

    static ThreadTimes now() {
        ThreadTimes times = new ThreadTimes();
        long all = SYSTEM.getProcessCpuTime();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            long used = thread == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            times.add(thread == null ? OTHER : purpose(thread.getThreadName()), used);
            all -= used;
        }
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                * 1_000_000;
        times.add(COLLECTOR, collecting);
        times.add(JVM, all - collecting);
        return times;
    }

    /** What each purpose has used since then, in nanoseconds. */
    Map<String, Long> since(ThreadTimes then) {
        Map<String, Long> used = new TreeMap<>();
        nanos.forEach((purpose, now) -> used.put(purpose, now - then.nanos.getOrDefault(purpose, 0L)));
        return used;
    }

    private void add(String purpose, long used) {
        nanos.merge(purpose, used, Long::sum);
    }

    private static String purpose(String thread) {
        return PURPOSES.entrySet().stream()
                .filter(purpose -> thread.startsWith(purpose.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }
}
