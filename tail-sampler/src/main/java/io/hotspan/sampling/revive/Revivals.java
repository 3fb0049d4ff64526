package io.hotspan.sampling.revive;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.partition.PartitionSampler;
import java.util.Comparator;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what the samplers of a session wait for: has the log read in the background and hands them what was
 * found. Belongs to the session's thread.
 */
public final class Revivals implements AutoCloseable {

    private final RevivalProperties settings;
    private final RevivalReader reader;
    private final Map<PartitionSampler, Long> lastStarts = new WeakHashMap<>();
    private @Nullable RevivalPass running;

    /** Reads with consumers outside any group. */
    public Revivals(RevivalProperties settings, Supplier<Consumer<byte[], InputRecord>> consumers) {
        this.settings = settings;
        this.reader = new RevivalReader(consumers);
    }

    /**
     * Hands over what has been read by now, and begins to read if it is time.
     *
     * @param samplers of the partitions that are sampled now; what was read for another is thrown away
     * @param room whether more may be written in the open transaction
     */
    public void turn(Map<TopicPartition, PartitionSampler> samplers, BooleanSupplier room) {
        RevivalPass pass = running;
        if (pass != null && samplers.get(pass.partition()) != pass.target()) {
            pass.cancel();
        }
        while (running != null && room.getAsBoolean()) {
            Portion portion = reader.poll();
            if (portion == null) {
                return;
            }
            take(portion);
        }
        if (running == null) {
            startNext(samplers);
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.cancel();
        }
        reader.close();
    }

    private void take(Portion portion) {
        if (!portion.pass().isCancelled()) {
            portion.traces().forEach(portion.pass().target()::restore);
        }
        if (portion.last()) {
            running = null;
        }
    }

    /** Begins with the partition that has waited for longest. */
    private void startNext(Map<TopicPartition, PartitionSampler> samplers) {
        long now = System.nanoTime();
        samplers.entrySet().stream()
                .filter(candidate -> sinceLastStart(candidate.getValue(), now)
                        >= settings.interval().toNanos())
                .filter(candidate -> !candidate.getValue().beingRevived().isEmpty())
                .max(Comparator.comparingLong(candidate -> sinceLastStart(candidate.getValue(), now)))
                .ifPresent(next -> start(next.getKey(), next.getValue(), now));
    }

    private void start(TopicPartition partition, PartitionSampler sampler, long now) {
        lastStarts.put(sampler, now);
        running = new RevivalPass(
                partition, sampler, sampler.beingRevived(), settings.portion().toBytes());
        reader.start(running);
    }

    private long sinceLastStart(PartitionSampler sampler, long now) {
        Long last = lastStarts.get(sampler);
        return last == null ? Long.MAX_VALUE : now - last;
    }
}
