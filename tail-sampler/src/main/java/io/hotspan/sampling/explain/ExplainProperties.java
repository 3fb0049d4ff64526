package io.hotspan.sampling.explain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Looking decisions up in their log, where ClickHouse does not have them.
 *
 * @param lookBack how far back the log is read
 * @param timeout how long that may take
 */
@ConfigurationProperties("hotspan.sampler.explain")
record ExplainProperties(
        @DefaultValue("10m") Duration lookBack,
        @DefaultValue("5s") Duration timeout) {

    ExplainProperties {
        requirePositive("look-back", lookBack);
        requirePositive("timeout", timeout);
    }

    private static void requirePositive(String setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "hotspan.sampler.explain." + setting + " must be longer than 0, not " + value);
        }
    }
}
