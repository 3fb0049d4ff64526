package io.hotspan.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.receiver.BoundProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IngestPropertiesTest {

    static IngestProperties withSizes(DataSize message, DataSize inFlight) {
        return new IngestProperties(
                message,
                inFlight,
                DataSize.ofBytes(1_000_000),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Instant.EPOCH,
                Duration.ofHours(24));
    }

    @Test
    void defaults_areTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new IngestProperties(
                        DataSize.ofMegabytes(16),
                        DataSize.ofMegabytes(64),
                        DataSize.ofBytes(1_000_000),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2),
                        Instant.parse("2000-01-01T00:00:00Z"),
                        Duration.ofHours(24)));
    }

    @Test
    void explicitValues_areTaken() {
        assertThat(bind(Map.of(
                        "max-message-size", "2MB",
                        "max-bytes-in-flight", "8MB",
                        "max-record-size", "500KB",
                        "request-timeout", "3s",
                        "retry-after", "1s",
                        "earliest", "2020-01-01T00:00:00Z",
                        "clock-tolerance", "1m")))
                .isEqualTo(new IngestProperties(
                        DataSize.ofMegabytes(2),
                        DataSize.ofMegabytes(8),
                        DataSize.ofKilobytes(500),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Duration.ofMinutes(1)));
    }

    @Test
    void impossibleLimits_sayWhatToChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withSizes(DataSize.ofMegabytes(16), DataSize.ofMegabytes(32)))
                .withMessageContaining("max-bytes-in-flight must be at least four times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withSizes(DataSize.ofKilobytes(1), DataSize.ofMegabytes(32)))
                .withMessageContaining("max-message-size must lie between");
    }

    private static IngestProperties bind(Map<String, String> values) {
        return BoundProperties.bind("hotspan.receiver.ingest", IngestProperties.class, values);
    }
}
