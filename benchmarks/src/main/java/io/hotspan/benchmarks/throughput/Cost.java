package io.hotspan.benchmarks.throughput;

/**
 * What one run took.
 *
 * @param wallNanos from its start to its end
 * @param cpuNanos of this process, the broker in it, and of ClickHouse
 * @param allocatedBytes on this process's heap
 */
record Cost(long wallNanos, long cpuNanos, long allocatedBytes) {

    double perSecond(long count) {
        return count * 1e9 / wallNanos;
    }
}
