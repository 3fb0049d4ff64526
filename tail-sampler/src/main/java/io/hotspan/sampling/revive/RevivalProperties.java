package io.hotspan.sampling.revive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings for bringing dropped traces back from the log.
 *
 * @param interval between two passes of a thread over the log; what is asked for in between shares the next
 * @param portion of records read, written in one transaction
 */
@ConfigurationProperties("hotspan.sampler.revival")
public record RevivalProperties(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("4MB") DataSize portion) {

    public RevivalProperties {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("hotspan.sampler.revival.interval must not be negative: " + interval);
        }
        if (portion.toBytes() < 1) {
            throw new IllegalArgumentException("hotspan.sampler.revival.portion must be at least 1B, not " + portion);
        }
    }
}
