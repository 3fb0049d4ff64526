package io.hotspan.sampling.rule.redis;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.rule.LocalRules;
import io.hotspan.sampling.rule.Rules;
import io.hotspan.sampling.rule.judge.RuleMetrics;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    Rules forceRules(SamplerProperties settings, JsonMapper json) {
        SamplerProperties.Redis redis = settings.redis();
        return redis.url().isEmpty()
                ? new LocalRules(InstantSource.system())
                : new RedisRules(
                        RedisURI.create(redis.url()),
                        settings.groupId(),
                        redis.refresh(),
                        json,
                        InstantSource.system());
    }

    @Bean
    RuleMetrics ruleMetrics(Rules rules, MeterRegistry registry) {
        return new RuleMetrics(rules, registry, InstantSource.system());
    }

    @Bean
    RulesHealthIndicator forceRulesHealthIndicator(Rules rules) {
        return new RulesHealthIndicator(rules);
    }
}
