package io.hotspan.sampling.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.explain.source.DecisionStoreProperties;
import io.hotspan.spanstore.SpanStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class ExplainConfigurationTest {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withUserConfiguration(Imports.class);

    @ParameterizedTest
    @ValueSource(strings = {"unset=", "hotspan.sampler.clickhouse.url="})
    void noClickHouse_noStore(String property) {
        contexts.withPropertyValues(property)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SpanStore.class));
    }

    @Test
    void clickHouse_isTheStore() {
        contexts.withPropertyValues("hotspan.sampler.clickhouse.url=http://it's@clickhouse:8123")
                .run(context -> assertThat(context).hasSingleBean(SpanStore.class));
    }

    @EnableConfigurationProperties(DecisionStoreProperties.class)
    @Import(ExplainConfiguration.Store.class)
    private static final class Imports {}
}
