package io.hotspan.writer.consumer;

import org.apache.kafka.common.TopicPartition;

/** Commits for the group; fails if the partition is no longer ours, so that a writer left behind can do no harm. */
@FunctionalInterface
interface OffsetCommit {
    void commit(TopicPartition partition, CommittedOffset offset);
}
