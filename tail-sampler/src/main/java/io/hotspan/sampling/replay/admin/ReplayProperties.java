package io.hotspan.sampling.replay.admin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of what-if replays.
 *
 * @param maxRunning how many may run at a time, a thread each
 * @param remember how long the result of one that has ended can be asked for
 * @param buffer heap of one for undecided traces; past it they are decided early, which the result says
 */
@ConfigurationProperties("hotspan.sampler.replay")
record ReplayProperties(
        @DefaultValue("2") int maxRunning,
        @DefaultValue("1h") Duration remember,
        @DefaultValue("128MB") DataSize buffer) {

    ReplayProperties {
        if (maxRunning < 1) {
            throw new IllegalArgumentException(
                    "hotspan.sampler.replay.max-running must be at least 1, not " + maxRunning);
        }
        if (remember.isNegative()) {
            throw new IllegalArgumentException("hotspan.sampler.replay.remember must not be negative: " + remember);
        }
        if (buffer.toMegabytes() < 1) {
            throw new IllegalArgumentException("hotspan.sampler.replay.buffer must be at least 1MB, not " + buffer);
        }
    }
}
