package io.hotspan.query.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one question may ask.
 *
 * @param maxRange the longest time range
 */
@ConfigurationProperties("hotspan.query")
public record RequestLimits(@DefaultValue("31d") Duration maxRange) {
    private static final Duration LONGEST_RANGE = Duration.ofDays(3_650);

    public RequestLimits {
        if (maxRange.compareTo(Duration.ofMinutes(1)) < 0 || maxRange.compareTo(LONGEST_RANGE) > 0) {
            throw new IllegalArgumentException(
                    "hotspan.query.max-range must lie between 1m and 3650d, not " + maxRange);
        }
    }
}
