package io.hotspan.sampling.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class ExportPropertiesTest {

    private static final ExportProperties DEFAULTS = new ExportProperties(
            "",
            "",
            "tail-sampler-export",
            Duration.ofSeconds(10),
            DataSize.ofMegabytes(4),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));

    private final ApplicationContextRunner bare = new ApplicationContextRunner().withUserConfiguration(Bound.class);
    private final ApplicationContextRunner withYaml = bare.withPropertyValues("spring.config.name=tail-sampler")
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @Test
    void defaults_areThoseDocumentedAndOfTheYaml() {
        bare.run(context -> assertThat(context.getBean(ExportProperties.class)).isEqualTo(DEFAULTS));
        withYaml.run(
                context -> assertThat(context.getBean(ExportProperties.class)).isEqualTo(DEFAULTS));
    }

    @Test
    void explicitValues_allArrive() {
        withYaml.withPropertyValues(
                        "TAIL_SAMPLER_EXPORT_ENDPOINT=http://a:1",
                        "TAIL_SAMPLER_EXPORT_HEADERS=b=c",
                        "TAIL_SAMPLER_EXPORT_GROUP_ID=d",
                        "TAIL_SAMPLER_EXPORT_TIMEOUT=2s",
                        "TAIL_SAMPLER_EXPORT_MAX_REQUEST_SIZE=3MB",
                        "TAIL_SAMPLER_EXPORT_INITIAL_BACKOFF=4s",
                        "TAIL_SAMPLER_EXPORT_MAX_BACKOFF=5s")
                .run(context -> assertThat(context.getBean(ExportProperties.class))
                        .isEqualTo(new ExportProperties(
                                "http://a:1",
                                "b=c",
                                "d",
                                Duration.ofSeconds(2),
                                DataSize.ofMegabytes(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5))));
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 0s, longer than 0",
        "max-request-size, 0B, larger than 0",
        "initial-backoff, 0s, longer than 0",
        "max-backoff, 10ms, at least initial-backoff"
    })
    void settingOutOfRange_isRefusedWithWhatToChange(String setting, String value, String message) {
        bare.withPropertyValues("hotspan.sampler.export." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("hotspan.sampler.export." + setting)
                        .hasMessageContaining(message));
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector:4318, http://collector:4318/v1/traces",
        "https://collector/, https://collector/v1/traces",
        "http://collector/tenant-1/otlp/v1/traces, http://collector/tenant-1/otlp/v1/traces",
        "http://[::1]:4318, http://[::1]:4318/v1/traces"
    })
    void endpointWithoutAPath_isThatOfTraces(String endpoint, URI uri) {
        assertThat(with(endpoint, "").uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({"collector:4318", "ftp://collector", "http://", "http://user:secret@collector"})
    void endpointThatIsNoUrl_isRefused(String endpoint) {
        assertThat(catchThrowable(() -> with(endpoint, "").uri()))
                .hasMessageContaining("hotspan.sampler.export.endpoint must be a URL");
    }

    @Test
    void headers_areReadAsOpenTelemetryWritesThem() {
        assertThat(with("", "api-key=a%2Cb=, tenant = 1").headerValues())
                .isEqualTo(Map.of("api-key", "a,b=", "tenant", "1"));
        assertThat(catchThrowable(() -> with("", "api-key=1,secret").headerValues()))
                .hasMessageContaining("key=value pairs")
                .hasMessageNotContaining("secret");
    }

    private static ExportProperties with(String endpoint, String headers) {
        return new ExportProperties(
                endpoint,
                headers,
                "g",
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ExportProperties.class)
    static class Bound {}
}
