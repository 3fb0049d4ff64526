package io.hotspan.writer.consumer;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.batch.RecordBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One partition's way from records to commits, on the consumer's thread. Before a batch {@code [a, b)} is inserted,
 * {@code a} is committed with {@code b} beside it; after it, {@code b}. Whoever finds the first commit after a crash
 * reads exactly {@code [a, b)} again and inserts it under the same token, which the table has or has not seen: either
 * way each row is there once.
 */
final class PartitionWriter {
    private final TopicPartition partition;
    private final WriterProperties.Batch limits;
    private final OffsetCommit commits;
    private final Function<RecordBatch, Future<?>> insert;

    private List<ConsumerRecord<byte[], byte[]>> buffer = new ArrayList<>();
    private long bufferedBytes;
    private long oldestNanos;
    private long position;
    private CommittedOffset committed;
    private boolean commitDue;
    private @Nullable Inflight inflight;

    PartitionWriter(
            TopicPartition partition,
            CommittedOffset committed,
            WriterProperties.Batch limits,
            OffsetCommit commits,
            Function<RecordBatch, Future<?>> insert) {
        this.partition = partition;
        this.committed = committed;
        this.position = committed.offset();
        this.limits = limits;
        this.commits = commits;
        this.insert = insert;
    }

    /** Takes what a poll gave, read up to {@code newPosition}. */
    void add(List<ConsumerRecord<byte[], byte[]>> records, long newPosition, long nowNanos) {
        if (buffer.isEmpty()) {
            oldestNanos = nowNanos;
        }
        buffer.addAll(records);
        bufferedBytes += records.stream().mapToLong(PartitionWriter::bytes).sum();
        if (newPosition < committed.offset()) {
            // The topic was deleted and made anew: its offsets start over.
            committed = CommittedOffset.at(
                    records.isEmpty() ? newPosition : records.getFirst().offset());
        }
        position = newPosition;
    }

    /** Completes what is inserted, begins what is due, commits in between. */
    void advance(long nowNanos) {
        Inflight running = inflight;
        if (running != null && running.insert.isDone()) {
            complete(running);
        }
        if (inflight == null && isDue(nowNanos)) {
            begin(nowNanos);
        }
        if (commitDue && inflight == null) {
            commits.commit(partition, committed);
            commitDue = false;
        }
    }

    /** Whether reading on would only fill memory. */
    boolean isFull() {
        return inflight != null && isLarge();
    }

    boolean isWriting() {
        return inflight != null;
    }

    int buffered() {
        return buffer.size();
    }

    /** Waits for a running insert and commits it, unless that takes too long: then the next owner repeats it. */
    void finish(Duration timeout) {
        Inflight running = inflight;
        if (running == null) {
            return;
        }
        try {
            running.insert.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            complete(running);
            commits.commit(partition, committed);
        } catch (TimeoutException | ExecutionException late) {
            abandon();
        } catch (InterruptedException stopped) {
            abandon();
            Thread.currentThread().interrupt();
        }
    }

    /** Stops a running insert where it is. */
    void abandon() {
        if (inflight != null) {
            inflight.insert.cancel(true);
            inflight = null;
        }
    }

    private boolean isDue(long nowNanos) {
        if (committed.isInflight()) {
            return position >= committed.inflight();
        }
        return !buffer.isEmpty()
                && (isLarge() || nowNanos - oldestNanos >= limits.maxAge().toNanos());
    }

    private boolean isLarge() {
        return buffer.size() >= limits.maxRecords()
                || bufferedBytes >= limits.maxBytes().toBytes();
    }

    /** Commits first and changes state after it: where the commit fails, nothing has happened. */
    private void begin(long nowNanos) {
        CommittedOffset begun = committed.isInflight() ? committed : new CommittedOffset(committed.offset(), position);
        if (!begun.equals(committed)) {
            commits.commit(partition, begun);
        }
        committed = begun;
        commitDue = false;
        inflight = new Inflight(begun.inflight(), insert.apply(take(begun, nowNanos)));
    }

    /** All that is buffered, or after a crash exactly what was begun before it. */
    private RecordBatch take(CommittedOffset begun, long nowNanos) {
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> rest = new ArrayList<>();
        buffer.forEach(record -> (record.offset() < begun.inflight() ? taken : rest).add(record));
        buffer = rest;
        bufferedBytes = rest.stream().mapToLong(PartitionWriter::bytes).sum();
        oldestNanos = nowNanos;
        return new RecordBatch(partition, begun.offset(), begun.inflight(), taken);
    }

    private static long bytes(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedValueSize());
    }

    private void complete(Inflight done) {
        if (done.insert.state() != Future.State.SUCCESS) {
            throw new IllegalStateException(
                    "The insert before " + done.to + " of " + partition + " failed",
                    done.insert.state() == Future.State.FAILED ? done.insert.exceptionNow() : null);
        }
        committed = CommittedOffset.at(done.to);
        commitDue = true;
        inflight = null;
    }

    private record Inflight(long to, Future<?> insert) {}
}
