package io.hotspan.sampling.revive;

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

class RevivalPropertiesTest {

    private static final RevivalProperties DEFAULTS =
            new RevivalProperties(Duration.ofSeconds(5), DataSize.ofMegabytes(4));

    private final ApplicationContextRunner bare = new ApplicationContextRunner().withUserConfiguration(Bound.class);
    private final ApplicationContextRunner withYaml = bare.withPropertyValues("spring.config.name=tail-sampler")
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @Test
    void defaults_areThoseDocumented() {
        bare.run(context -> assertThat(context.getBean(RevivalProperties.class)).isEqualTo(DEFAULTS));
        withYaml.run(
                context -> assertThat(context.getBean(RevivalProperties.class)).isEqualTo(DEFAULTS));
    }

    @Test
    void variables_setEverything() {
        withYaml.withSystemProperties("TAIL_SAMPLER_REVIVAL_INTERVAL=1s", "TAIL_SAMPLER_REVIVAL_PORTION=64KB")
                .run(context -> assertThat(context.getBean(RevivalProperties.class))
                        .isEqualTo(new RevivalProperties(Duration.ofSeconds(1), DataSize.ofKilobytes(64))));
    }

    @ParameterizedTest
    @CsvSource({"interval, -1s, must not be negative", "portion, 0B, must be at least 1B"})
    void settingOutOfRange_isRefusedWithWhatToChange(String setting, String value, String message) {
        bare.withPropertyValues("hotspan.sampler.revival." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("hotspan.sampler.revival." + setting)
                        .hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RevivalProperties.class)
    static class Bound {}
}
