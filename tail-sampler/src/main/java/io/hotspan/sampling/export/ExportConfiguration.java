package io.hotspan.sampling.export;

import io.hotspan.sampling.SamplerProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@Conditional(ExportConfiguration.EndpointGiven.class)
class ExportConfiguration {

    /** Bounds memory: what a broker hands over at once, and the records of a partition in it. */
    private static final String FETCH_BYTES = Integer.toString(8 << 20);

    private static final String PARTITION_FETCH_BYTES = Integer.toString(1 << 20);

    @Bean
    ExportStatus exportHealthIndicator(ExportProperties settings, MeterRegistry registry) {
        return new ExportStatus(settings.uri(), InstantSource.system(), registry);
    }

    @Bean
    SpanExporter spanExporter(
            ExportProperties settings,
            SamplerProperties sampler,
            ConsumerFactory<byte[], byte[]> consumers,
            ExportStatus status) {
        return new SpanExporter(
                () -> consumers.createConsumer(settings.groupId(), "", "", consumerSettings()),
                sampler.topics().output(),
                settings.maxRequestSize().toBytes(),
                new OtlpEndpoint(settings, InstantSource.system(), status::retried),
                status);
    }

    private static Properties consumerSettings() {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        // A rebalance takes every partition, and so puts those that stay back to their last commit.
        properties.setProperty(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return properties;
    }

    static final class EndpointGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("hotspan.sampler.export.endpoint"));
        }
    }
}
