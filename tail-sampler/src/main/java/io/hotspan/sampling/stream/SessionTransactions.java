package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties.Transaction;
import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.account.SamplerMetrics;
import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.output.KafkaOutbox;
import io.hotspan.sampling.partition.CommitPoint;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The transactions of a session, one after the other, and the account of what they committed. */
final class SessionTransactions {

    private final Consumer<?, ?> consumer;
    private final KafkaOutbox outbox;
    private final OwnedPartitions owned;
    private final Tally tally;
    private final SamplerMetrics metrics;
    private final Transaction settings;

    private Account account;
    private long lastCommitNanos = System.nanoTime();

    /**
     * Begins.
     *
     * @param tally where the owned partitions' samplers count
     * @param account of what was committed before
     */
    SessionTransactions(
            Consumer<?, ?> consumer,
            KafkaOutbox outbox,
            OwnedPartitions owned,
            Tally tally,
            SamplerMetrics metrics,
            Transaction settings,
            Account account) {
        this.consumer = consumer;
        this.outbox = outbox;
        this.owned = owned;
        this.tally = tally;
        this.metrics = metrics;
        this.settings = settings;
        this.account = account;
    }

    /** Commits if it is time or if much has been written. */
    void commitIfDue() {
        boolean due = System.nanoTime() - lastCommitNanos >= settings.interval().toNanos();
        if (due || !hasRoom()) {
            commit();
        }
    }

    /** Whether more may be written before the next commit. */
    boolean hasRoom() {
        return outbox.openBytes() < settings.maxBytes().toBytes();
    }

    /** Commits everything written and where each partition stands. */
    void commit() {
        lastCommitNanos = System.nanoTime();
        Map<TopicPartition, CommitPoint> points = owned.commitPoints();
        if (!owned.haveMovedTo(points) && !outbox.isOpen()) {
            return;
        }
        // All offsets, moved or not: it is by them that Kafka notices a worker that lost its partitions.
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        points.forEach(
                (partition, point) -> offsets.put(partition, new OffsetAndMetadata(point.offset(), point.metadata())));
        outbox.commit(offsets, consumer.groupMetadata());
        owned.committed(points, outbox);
        account = account.plus(tally.asAccount());
        tally.folded(outbox.foldedSpans());
        metrics.committed(tally, Duration.ofNanos(System.nanoTime() - lastCommitNanos));
        tally.clear();
    }

    /** Commits, then drops these partitions; their undecided traces stay in the log for whoever comes next. */
    void commitAndRelease(Collection<TopicPartition> partitions) {
        commit();
        long spans = 0;
        for (TopicPartition partition : List.copyOf(partitions)) {
            spans += owned.remove(partition);
            outbox.forget(partition.partition());
        }
        released(spans);
    }

    /** Takes back what was not committed and drops all partitions. */
    void abort() {
        tally.clear();
        owned.clear();
        released(account.spansUndecided());
        outbox.abort();
    }

    /** What became of everything read, as of the last commit. */
    Account account() {
        return account;
    }

    private void released(long spans) {
        account = account.released(spans);
        metrics.released(spans);
    }
}
