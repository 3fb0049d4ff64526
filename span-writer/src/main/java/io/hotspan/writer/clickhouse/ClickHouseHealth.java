package io.hotspan.writer.clickhouse;

import io.hotspan.spanstore.SpanStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while ClickHouse answers. */
@Component("clickHouseHealthIndicator")
class ClickHouseHealth extends AbstractHealthIndicator {
    private final SpanStore store;

    ClickHouseHealth(SpanStore store) {
        super("ClickHouse cannot be reached");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        store.ping();
        builder.up().withDetail("table", store.settings().qualifiedTable());
    }
}
