package io.hotspan.sampling.revive;

import io.hotspan.sampling.partition.PartitionSampler;
import org.apache.kafka.common.TopicPartition;

/** Something to be read from the log in the background for a partition's sampler. */
abstract sealed class LogPass permits RevivalPass, RuleSearch {

    /** Takes a portion, and may wait until there is room for it. */
    interface Sink {
        void put(Portion portion) throws InterruptedException;
    }

    private final TopicPartition partition;
    private final PartitionSampler target;
    private volatile boolean cancelled;

    LogPass(TopicPartition partition, PartitionSampler target) {
        this.partition = partition;
        this.target = target;
    }

    /** Reads everything; the last portion is left to the caller. */
    abstract void run(LogReaders readers, Sink sink) throws InterruptedException;

    /** Of the input. */
    final TopicPartition partition() {
        return partition;
    }

    /** Who waits for it. */
    final PartitionSampler target() {
        return target;
    }

    /** Nobody waits for it any more. */
    final void cancel() {
        cancelled = true;
    }

    final boolean isCancelled() {
        return cancelled;
    }
}
