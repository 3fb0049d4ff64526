package io.hotspan.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RequestLimitsTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new RequestLimits(Duration.ofDays(31)));
    }

    @Test
    void explicitValue() {
        assertThat(bound(Map.of("hotspan.query.max-range", "90m")))
                .isEqualTo(new RequestLimits(Duration.ofMinutes(90)));
    }

    @Test
    void outOfBounds_saysWhatToChange() {
        for (Duration wrong : new Duration[] {Duration.ofSeconds(59), Duration.ofDays(3_651)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RequestLimits(wrong))
                    .withMessage("hotspan.query.max-range must lie between 1m and 3650d, not " + wrong);
        }
    }

    private static RequestLimits bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hotspan.query", RequestLimits.class);
    }
}
