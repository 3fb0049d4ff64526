package io.hotspan.writer.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.writer.WriterProperties;
import io.hotspan.writer.batch.RecordBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PartitionWriterTest {
    private static final TopicPartition PARTITION = new TopicPartition("spans", 3);
    private static final WriterProperties.Batch LIMITS =
            new WriterProperties.Batch(5, DataSize.ofMegabytes(1), Duration.ofNanos(10));

    /** Crashes at any of the steps: before or after a commit, before or after an insert takes effect. */
    @Property(tries = 500)
    void eachRecord_isStoredOnceWhereverTheWriterCrashes(
            @ForAll @IntRange(min = 1, max = 60) int records,
            @ForAll @IntRange(max = 12) int crashes,
            @ForAll long seed) {
        World world = new World(records, new Random(seed));
        for (int crash = 0; crash < crashes; crash++) {
            world.runUntil(world.random.nextInt(12));
        }
        world.runUntil(Integer.MAX_VALUE);
        assertThat(world.stored).hasSize(records).doesNotHaveDuplicates();
        assertThat(world.committed.offset()).isEqualTo(world.end());
        assertThat(world.committed.isInflight()).isFalse();
    }

    @Test
    void batch_startsOnlyWhenFullOrOld() {
        World world = new World(20, new Random(1));
        PartitionWriter writer = world.writer();
        writer.add(world.log.subList(0, 2), 2, 100);
        writer.advance(105);
        assertThat(writer.isWriting()).isFalse();
        writer.advance(110);
        assertThat(writer.isWriting()).isTrue();
    }

    @Test
    void partition_isFullWhileABatchIsWrittenAndTheNextIsLarge() {
        World world = new World(20, new Random(1));
        CompletableFuture<Void> never = new CompletableFuture<>();
        PartitionWriter writer =
                new PartitionWriter(PARTITION, CommittedOffset.at(0), LIMITS, (_, _) -> {}, _ -> never);
        writer.add(world.log.subList(0, 5), 5, 0);
        writer.advance(0);
        assertThat(writer.isFull()).isFalse();
        writer.add(world.log.subList(5, 10), 10, 0);
        assertThat(writer.isFull()).isTrue();
        writer.finish(Duration.ofMillis(1));
        assertThat(never).isCancelled();
    }

    @Test
    void metadataOfOthers_isNoBatch() {
        assertThat(CommittedOffset.of(new OffsetAndMetadata(7, "by hand"))).isEqualTo(CommittedOffset.at(7));
        assertThat(CommittedOffset.of(new OffsetAndMetadata(7, "inflight:x"))).isEqualTo(CommittedOffset.at(7));
        assertThat(CommittedOffset.of(new OffsetAndMetadata(7, "inflight:3"))).isEqualTo(CommittedOffset.at(7));
        assertThat(CommittedOffset.of(new CommittedOffset(7, 9).toCommit())).isEqualTo(new CommittedOffset(7, 9));
    }

    /** A log with holes, a table that remembers tokens, a group's commit. */
    private static final class World {
        private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
        private final List<Long> stored = new ArrayList<>();
        private final Set<String> tokens = new HashSet<>();
        private final Random random;
        private CommittedOffset committed = CommittedOffset.at(0);
        private int stepsLeft = Integer.MAX_VALUE;

        World(int records, Random random) {
            this.random = random;
            long offset = 0;
            for (int i = 0; i < records; i++) {
                log.add(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, new byte[10]));
                // A transaction's marker takes an offset and gives no record.
                offset += random.nextInt(4) == 0 ? 2 : 1;
            }
        }

        long end() {
            return log.getLast().offset() + 1;
        }

        PartitionWriter writer() {
            return new PartitionWriter(PARTITION, committed, LIMITS, this::commit, this::insert);
        }

        void runUntil(int steps) {
            stepsLeft = steps;
            PartitionWriter writer = writer();
            int next = (int) log.stream()
                    .filter(record -> record.offset() < committed.offset())
                    .count();
            long now = 0;
            try {
                while (committed.offset() < end() || committed.isInflight()) {
                    int until = Math.min(log.size(), next + random.nextInt(7));
                    List<ConsumerRecord<byte[], byte[]>> polled = log.subList(next, until);
                    long position = until == 0 ? 0 : log.get(until - 1).offset() + 1;
                    writer.add(polled, Math.max(position, committed.offset()), now);
                    next = until;
                    writer.advance(now);
                    now += random.nextInt(8);
                }
            } catch (Crash expected) {
                // The next writer goes on from the commit.
            }
        }

        private void commit(TopicPartition partition, CommittedOffset offset) {
            step();
            committed = CommittedOffset.of(offset.toCommit());
            step();
        }

        private Future<?> insert(RecordBatch batch) {
            step();
            if (tokens.add(batch.from() + "/" + batch.to())) {
                batch.records().forEach(record -> stored.add(record.offset()));
            }
            step();
            return CompletableFuture.completedFuture(batch);
        }

        private void step() {
            if (stepsLeft-- <= 0) {
                throw new Crash();
            }
        }
    }

    private static final class Crash extends RuntimeException {}
}
