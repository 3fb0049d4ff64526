package io.hotspan.embedded.kafka;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to start the broker.
 *
 * @param directory where its log lies; kept between runs
 * @param port client port on 127.0.0.1; 0 takes a free one
 * @param retention how long records are kept
 * @param retentionBytes how much of a partition is kept
 */
public record KafkaOptions(Path directory, int port, Duration retention, long retentionBytes) {

    public KafkaOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("retention must be positive, not " + retention);
        }
        if (retentionBytes < 1 << 20) {
            throw new IllegalArgumentException("retentionBytes must be at least 1 MiB, not " + retentionBytes);
        }
    }

    public static KafkaOptions of(Path directory, int port) {
        return new KafkaOptions(directory, port, Duration.ofHours(6), 512L << 20);
    }
}
