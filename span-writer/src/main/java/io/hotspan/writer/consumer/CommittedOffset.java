package io.hotspan.writer.consumer;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What the group has committed for a partition: everything before {@code offset} is stored, and a batch that ends
 * before {@code inflight} may be.
 *
 * @param inflight end of a batch whose insert was begun, or {@code offset} if none was
 */
record CommittedOffset(long offset, long inflight) {
    private static final String INFLIGHT = "inflight:";

    CommittedOffset {
        if (inflight < offset) {
            throw new IllegalArgumentException("a batch from " + offset + " cannot end before " + inflight);
        }
    }

    /** Nothing begun: the next batch may end anywhere. */
    static CommittedOffset at(long offset) {
        return new CommittedOffset(offset, offset);
    }

    /** Reads a commit; metadata of another program counts as none, as does a batch's end that is none. */
    static CommittedOffset of(OffsetAndMetadata commit) {
        long inflight = inflight(commit.metadata());
        return inflight > commit.offset() ? new CommittedOffset(commit.offset(), inflight) : at(commit.offset());
    }

    boolean isInflight() {
        return inflight > offset;
    }

    OffsetAndMetadata toCommit() {
        return new OffsetAndMetadata(offset, isInflight() ? INFLIGHT + inflight : "");
    }

    private static long inflight(@Nullable String metadata) {
        if (metadata == null || !metadata.startsWith(INFLIGHT)) {
            return -1;
        }
        try {
            return Long.parseLong(metadata.substring(INFLIGHT.length()));
        } catch (NumberFormatException foreign) {
            return -1;
        }
    }
}
