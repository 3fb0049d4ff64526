package io.hotspan.receiver.ingest;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is taken in.
 *
 * @param maxMessageSize largest message, before and after decompression
 * @param maxBytesInFlight bytes of all messages being worked on; beyond them clients are asked to come back later
 * @param maxRecordSize largest Kafka record; a trace's part of a batch that is larger is divided, a larger span refused
 * @param requestTimeout longest time from a request's first byte to its answer
 * @param retryAfter when clients are asked to come back
 * @param earliest oldest time a span may carry
 * @param clockTolerance how far a span's time may lie ahead of the receiver's clock
 */
@ConfigurationProperties("hotspan.receiver.ingest")
public record IngestProperties(
        @DefaultValue("16MB") DataSize maxMessageSize,
        @DefaultValue("64MB") DataSize maxBytesInFlight,
        @DefaultValue("1000000B") DataSize maxRecordSize,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("2s") Duration retryAfter,
        @DefaultValue("2000-01-01T00:00:00Z") Instant earliest,
        @DefaultValue("24h") Duration clockTolerance) {

    private static final DataSize SMALLEST_RECORD = DataSize.ofKilobytes(1);
    private static final DataSize LARGEST_MESSAGE = DataSize.ofMegabytes(512);

    public IngestProperties {
        check(
                maxRecordSize.compareTo(SMALLEST_RECORD) >= 0,
                "hotspan.receiver.ingest.max-record-size must be at least " + SMALLEST_RECORD);
        check(
                maxMessageSize.compareTo(maxRecordSize) >= 0 && maxMessageSize.compareTo(LARGEST_MESSAGE) <= 0,
                "hotspan.receiver.ingest.max-message-size must lie between max-record-size and " + LARGEST_MESSAGE);
        check(
                maxBytesInFlight.toBytes() >= 4 * maxMessageSize.toBytes(),
                "hotspan.receiver.ingest.max-bytes-in-flight must be at least four times max-message-size, for a"
                        + " compressed message is held twice");
        check(
                requestTimeout.isPositive() && requestTimeout.compareTo(Duration.ofMinutes(10)) <= 0,
                "hotspan.receiver.ingest.request-timeout must lie between 1ms and 10m");
        check(retryAfter.isPositive(), "hotspan.receiver.ingest.retry-after must be positive");
        check(!clockTolerance.isNegative(), "hotspan.receiver.ingest.clock-tolerance must not be negative");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
