package io.hotspan.sampling.export;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.log.LogConsumers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!environment.getProperty('hotspan.sampler.export.endpoint', '').isBlank()")
class ExportConfiguration {

    private static final Map<String, String> CONSUMER = Map.of(
            // Bounds memory: what a broker hands over at once, and the records of a partition in it.
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            Integer.toString(8 << 20),
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            Integer.toString(1 << 20),
            // A rebalance takes every partition, and so puts those that stay back to their last commit.
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            RangeAssignor.class.getName());

    @Bean
    ExportStatus exportHealthIndicator(ExportProperties settings, MeterRegistry registry) {
        return new ExportStatus(settings.uri(), InstantSource.system(), registry);
    }

    @Bean
    SpanExporter spanExporter(
            ExportProperties settings, SamplerProperties sampler, LogConsumers consumers, ExportStatus status) {
        return new SpanExporter(
                () -> consumers.bytes(settings.groupId(), settings.groupId(), CONSUMER),
                sampler.topics().output(),
                settings.maxRequestSize().toBytes(),
                new OtlpEndpoint(settings, InstantSource.system(), status::retried),
                status);
    }
}
