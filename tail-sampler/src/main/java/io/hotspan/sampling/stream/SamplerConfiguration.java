package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.account.SamplerMetrics;
import io.hotspan.sampling.log.LogConsumers;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.settings.InvalidPolicyException;
import io.hotspan.sampling.policy.settings.PolicyHealthIndicator;
import io.hotspan.sampling.policy.settings.PolicyOrigins;
import io.hotspan.sampling.policy.settings.PolicyProperties;
import io.hotspan.sampling.policy.settings.PolicyWatch;
import io.hotspan.sampling.revive.RevivalProperties;
import io.hotspan.sampling.rule.Rules;
import io.hotspan.sampling.rule.judge.RuleMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
class SamplerConfiguration {

    private static final String POLICIES = "hotspan.sampler.policies";
    private static final Duration LOOK_AT_POLICIES_EVERY = Duration.ofSeconds(1);

    /** The policies in force. */
    @Bean
    Supplier<PolicySet> policies(SamplerProperties settings, Environment environment, MeterRegistry registry) {
        if (!settings.policiesFile().isEmpty()) {
            PolicyWatch watch =
                    new PolicyWatch(Path.of(settings.policiesFile()), LOOK_AT_POLICIES_EVERY, InstantSource.system());
            Gauge.builder(
                            "tail_sampling.policies.reload.success",
                            watch,
                            file -> file.lastReload().succeeded() ? 1 : 0)
                    .description("Whether the policies in force are those of the file")
                    .register(registry);
            return watch;
        }
        refuseMisspelt(environment);
        try {
            PolicySet fixed = settings.policySet();
            return () -> fixed;
        } catch (InvalidPolicyException e) {
            String setting = POLICIES + e.setting();
            Origin origin = PolicyOrigins.find(ConfigurationPropertySources.get(environment), setting);
            throw new IllegalArgumentException(setting + " (" + origin + "): " + e.getMessage(), e);
        }
    }

    /** A setting that is ignored because of its name is a policy that does something else than it says. */
    private static void refuseMisspelt(Environment environment) {
        Binder.get(environment, new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .bind(POLICIES, Bindable.listOf(PolicyProperties.class));
    }

    @Bean
    PolicyHealthIndicator policiesHealthIndicator(Supplier<PolicySet> policies) {
        return new PolicyHealthIndicator(policies);
    }

    @Bean
    TailSampler tailSampler(
            SamplerProperties settings,
            Supplier<PolicySet> policies,
            RevivalProperties revivals,
            LogConsumers consumers,
            ProducerFactory<?, ?> producers,
            KafkaAdmin admin,
            MeterRegistry registry,
            Rules rules,
            RuleMetrics ruleMetrics) {
        settings.timing();
        String instance = settings.instanceId().isEmpty() ? UUID.randomUUID().toString() : settings.instanceId();
        KafkaClients clients = new KafkaClients(consumers, producers, settings, instance);
        SamplerTopics topics = new SamplerTopics(admin, settings.topics());
        SamplerMetrics metrics = new SamplerMetrics(registry, ruleMetrics);
        InstantSource clock = InstantSource.system();
        long seed = new SecureRandom().nextLong();
        return new TailSampler(
                settings.concurrency(),
                number -> new SamplerWorker(
                        number, settings, policies, rules, revivals, clients, topics, metrics, clock, seed));
    }

    @Bean
    SamplerHealthIndicator samplerHealthIndicator(TailSampler sampler) {
        return new SamplerHealthIndicator(sampler, InstantSource.system());
    }
}
