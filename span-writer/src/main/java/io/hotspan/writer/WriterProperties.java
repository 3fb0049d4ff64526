package io.hotspan.writer;

import io.hotspan.writer.row.RowKind;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the writer reads and how it batches.
 *
 * @param topic kept spans, one trace a record
 * @param rollupTopic counts of all spans
 * @param decisionTopic what was decided about every trace
 * @param deadLetterTopic where records go that cannot be written
 * @param groupId consumer group that all writers share
 * @param revokeTimeout how long a partition that moves to another writer waits for its batch to end
 */
@ConfigurationProperties("hotspan.writer")
public record WriterProperties(
        @DefaultValue("otel-traces-sampled") String topic,
        @DefaultValue("span-rollups") String rollupTopic,
        @DefaultValue("sampling-decisions") String decisionTopic,
        @DefaultValue("otel-traces-sampled.dlt") String deadLetterTopic,
        @DefaultValue("span-writer") String groupId,
        @DefaultValue("5s") Duration revokeTimeout,
        @DefaultValue Batch batch,
        @DefaultValue Retry retry) {

    public WriterProperties {
        requirePositive("revoke-timeout", revokeTimeout);
    }

    /** The topics read, and what is on each. */
    public Map<String, RowKind> sources() {
        return Map.of(topic, RowKind.SPANS, rollupTopic, RowKind.ROLLUPS, decisionTopic, RowKind.DECISIONS);
    }

    /**
     * When a partition's batch is full; each is one insert.
     *
     * @param maxRecords records, which are traces
     * @param maxBytes their size as they lie in Kafka
     * @param maxAge how long its first record waits: the longest a kept span stays unseen
     */
    public record Batch(
            @DefaultValue("20000") int maxRecords,
            @DefaultValue("16MB") DataSize maxBytes,
            @DefaultValue("1s") Duration maxAge) {

        public Batch {
            if (maxRecords < 1) {
                throw new IllegalArgumentException(
                        "hotspan.writer.batch.max-records must be at least 1 but is " + maxRecords);
            }
            if (maxBytes.toBytes() < 1 || maxBytes.toMegabytes() > 256) {
                throw new IllegalArgumentException(
                        "hotspan.writer.batch.max-bytes must be between 1B and 256MB but is " + maxBytes);
            }
            requirePositive("batch.max-age", maxAge);
        }
    }

    /**
     * How often an insert is tried again while ClickHouse or Kafka is away; it is never given up.
     *
     * @param firstDelay before the first repetition, doubled with each
     * @param maxDelay and no longer than this
     */
    public record Retry(
            @DefaultValue("200ms") Duration firstDelay,
            @DefaultValue("10s") Duration maxDelay) {

        public Retry {
            requirePositive("retry.first-delay", firstDelay);
            if (maxDelay.compareTo(firstDelay) < 0) {
                throw new IllegalArgumentException("hotspan.writer.retry.max-delay (" + maxDelay
                        + ") must not be shorter than retry.first-delay (" + firstDelay + ")");
            }
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("hotspan.writer." + name + " must be positive but is " + duration);
        }
    }
}
