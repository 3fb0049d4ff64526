package io.hotspan.sampling.explain;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.explain.source.DecisionLogSearch;
import io.hotspan.sampling.explain.source.DecisionStore;
import io.hotspan.sampling.explain.source.DecisionStoreProperties;
import io.hotspan.sampling.explain.summary.SummaryQuery;
import io.hotspan.sampling.log.LogConsumers;
import io.hotspan.service.health.ClickHouseHealth;
import io.hotspan.spanstore.SpanStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExplainConfiguration {

    private static final Map<String, String> MORE_AT_ONCE =
            Map.of(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(8 << 20));

    @Bean
    Explainer explainer(
            Optional<SpanStore> store,
            OpenTraces open,
            LogConsumers consumers,
            SamplerProperties sampler,
            ExplainProperties settings) {
        DecisionLogSearch decisionLog = new DecisionLogSearch(
                () -> consumers.bytes(sampler.groupId(), sampler.groupId() + "-explain", MORE_AT_ONCE),
                sampler.topics(),
                settings.lookBack(),
                settings.timeout(),
                InstantSource.system());
        return new Explainer(store.map(DecisionStore::new).orElse(null), open, decisionLog, settings.lookBack());
    }

    @Bean
    ExplainController explainController(Explainer explainer, Optional<SpanStore> store) {
        return new ExplainController(explainer, store.map(SummaryQuery::new), InstantSource.system());
    }

    /** What is there only with a ClickHouse. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!environment.getProperty('hotspan.sampler.clickhouse.url', '').isBlank()")
    static class Store {

        @Bean
        SpanStore decisionSpanStore(DecisionStoreProperties settings) {
            return SpanStore.open(settings.settings());
        }

        /** Not a part of readiness: sampling goes on without it. */
        @Bean
        ClickHouseHealth clickHouseHealthIndicator(SpanStore store) {
            return new ClickHouseHealth(store);
        }
    }
}
