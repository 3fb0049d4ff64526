package io.hotspan.writer.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import io.hotspan.service.health.ClickHouseHealth;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClickHouseConfiguration {

    @Bean
    SpanStore spanStore(ClickHouseProperties properties) {
        return SpanStore.open(properties.settings());
    }

    @Bean
    ClickHouseHealth clickHouseHealthIndicator(SpanStore store) {
        return new ClickHouseHealth(store);
    }

    /** The driver's own client: JDBC would turn rows into objects first. */
    @Bean
    Client clickHouseClient(ClickHouseProperties properties) {
        SpanStoreSettings settings = properties.settings();
        return new Client.Builder()
                .addEndpoint(settings.url().toString())
                .setUsername(settings.username())
                .setPassword(settings.password())
                .setDefaultDatabase(settings.database())
                .setClientName("hotspan-span-writer")
                // Repeating is our own affair: it must stop when a partition moves to another writer.
                .retryOnFailures(ClientFaultCause.None)
                .build();
    }
}
