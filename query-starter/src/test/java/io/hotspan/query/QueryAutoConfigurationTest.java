package io.hotspan.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.query.request.RequestChecks;
import io.hotspan.spanstore.SpanStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class QueryAutoConfigurationTest {
    private final ApplicationContextRunner neighbour =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(QueryAutoConfiguration.class));

    private final ApplicationContextRunner service = neighbour
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("spring.config.import=classpath:query-service.yml");

    @Test
    void serviceThatImportsTheSettings_hasAStore() {
        service.run(context -> assertThat(context)
                .hasSingleBean(SpanStore.class)
                .hasSingleBean(Questions.class)
                .hasSingleBean(RequestChecks.class)
                .hasBean("clickHouseHealthIndicator"));
    }

    @Test
    void neighbourOnTheSameClassPath_hasNone() {
        neighbour
                .withPropertyValues("hotspan.clickhouse.url=http://localhost:8123")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(SpanStore.class)
                        .doesNotHaveBean(RequestChecks.class)
                        .doesNotHaveBean("clickHouseHealthIndicator"));
    }
}
