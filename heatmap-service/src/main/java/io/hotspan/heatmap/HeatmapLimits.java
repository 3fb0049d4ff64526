package io.hotspan.heatmap;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one answer may hold or read.
 *
 * @param maxTraceSpans a longer trace is cut here, and the answer says so
 * @param sampledSpans look-ups of fields and attribute values read about so many of the newest spans
 * @param lookupTime look-ups of fields and values look no further back after this time
 */
@ConfigurationProperties("hotspan.heatmap")
public record HeatmapLimits(
        @DefaultValue("10000") int maxTraceSpans,
        @DefaultValue("200000") int sampledSpans,
        @DefaultValue("2s") Duration lookupTime) {

    public HeatmapLimits {
        require(
                maxTraceSpans >= 1 && maxTraceSpans <= 100_000,
                "max-trace-spans must lie between 1 and 100000, not " + maxTraceSpans);
        require(
                sampledSpans >= 1_000 && sampledSpans <= 100_000_000,
                "sampled-spans must lie between 1000 and 100000000, not " + sampledSpans);
        require(
                lookupTime.compareTo(Duration.ofMillis(100)) >= 0 && lookupTime.compareTo(Duration.ofMinutes(5)) <= 0,
                "lookup-time must lie between 100ms and 5m, not " + lookupTime);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("hotspan.heatmap." + message);
        }
    }
}
