package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.account.SamplerMetrics;
import io.hotspan.sampling.policy.PolicySet;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
class SamplerConfiguration {

    @Bean
    TailSampler tailSampler(
            SamplerProperties settings,
            ConsumerFactory<byte[], byte[]> consumers,
            ProducerFactory<?, ?> producers,
            KafkaAdmin admin,
            MeterRegistry registry) {
        PolicySet policies = settings.policySet();
        settings.timing();
        String instance = settings.instanceId().isEmpty() ? UUID.randomUUID().toString() : settings.instanceId();
        KafkaClients clients = new KafkaClients(consumers, producers, settings, instance);
        SamplerTopics topics = new SamplerTopics(admin, settings.topics());
        SamplerMetrics metrics = new SamplerMetrics(registry);
        InstantSource clock = InstantSource.system();
        long seed = new SecureRandom().nextLong();
        return new TailSampler(
                settings.concurrency(),
                number -> new SamplerWorker(number, settings, policies, clients, topics, metrics, clock, seed));
    }

    @Bean
    SamplerHealthIndicator samplerHealthIndicator(TailSampler sampler) {
        return new SamplerHealthIndicator(sampler, InstantSource.system());
    }
}
