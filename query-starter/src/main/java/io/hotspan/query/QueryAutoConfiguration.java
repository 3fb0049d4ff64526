package io.hotspan.query;

import io.hotspan.query.request.RequestChecks;
import io.hotspan.query.request.RequestLimits;
import io.hotspan.service.health.ClickHouseHealth;
import io.hotspan.spanstore.SpanStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The span store, opened with the service and closed with it, and what questions to it need: for services that import
 * {@code query-service.yml}. On one class path with them there are services that have no store, or one of their own.
 */
@AutoConfiguration
@ConditionalOnProperty("hotspan.query.max-range")
@EnableConfigurationProperties({ClickHouseProperties.class, RequestLimits.class})
class QueryAutoConfiguration {

    @Bean
    SpanStore spanStore(ClickHouseProperties properties) {
        return SpanStore.open(properties.settings());
    }

    @Bean
    Questions questions(SpanStore store, ClickHouseProperties properties) {
        return new Questions(store, properties);
    }

    @Bean
    ClickHouseHealth clickHouseHealthIndicator(SpanStore store) {
        return new ClickHouseHealth(store);
    }

    @Bean
    RequestChecks requestChecks(RequestLimits limits) {
        return new RequestChecks(limits);
    }

    @Bean
    StoreResponses storeResponses() {
        return new StoreResponses();
    }
}
