package io.hotspan.generator.bulk;

import io.hotspan.generator.GeneratorProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    OtlpSink otlpSink(GeneratorProperties properties, Clock clock, BulkCounters counters) {
        return new OtlpHttpSink(
                properties.otlpHttpEndpoint(),
                properties.bulk().requestTimeout(),
                properties.bulk().giveUpAfter(),
                clock,
                counters::retried);
    }
}
