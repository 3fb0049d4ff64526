package io.hotspan.sampling.replay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class ReplayPropertiesTest {

    private static final ReplayProperties DEFAULTS =
            new ReplayProperties(2, Duration.ofHours(1), DataSize.ofMegabytes(128));

    private final ApplicationContextRunner bare = new ApplicationContextRunner().withUserConfiguration(Bound.class);
    private final ApplicationContextRunner withYaml = bare.withPropertyValues("spring.config.name=tail-sampler")
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @Test
    void defaults_areThoseDocumented() {
        bare.run(context -> assertThat(context.getBean(ReplayProperties.class)).isEqualTo(DEFAULTS));
        withYaml.run(
                context -> assertThat(context.getBean(ReplayProperties.class)).isEqualTo(DEFAULTS));
    }

    @Test
    void variables_setEverything() {
        withYaml.withSystemProperties(
                        "TAIL_SAMPLER_REPLAYS=1", "TAIL_SAMPLER_REMEMBER_REPLAYS=5m", "TAIL_SAMPLER_REPLAY_BUFFER=1GB")
                .run(context -> assertThat(context.getBean(ReplayProperties.class))
                        .isEqualTo(new ReplayProperties(1, Duration.ofMinutes(5), DataSize.ofGigabytes(1))));
    }

    @ParameterizedTest
    @CsvSource({
        "max-running, 0, must be at least 1",
        "remember, -1s, must not be negative",
        "buffer, 10KB, must be at least 1MB"
    })
    void settingOutOfRange_isRefusedWithWhatToChange(String setting, String value, String message) {
        bare.withPropertyValues("hotspan.sampler.replay." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("hotspan.sampler.replay." + setting)
                        .hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ReplayProperties.class)
    static class Bound {}
}
