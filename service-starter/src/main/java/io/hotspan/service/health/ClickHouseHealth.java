package io.hotspan.service.health;

import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.error.SpanStoreException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up, with its version, while ClickHouse answers; down, with the reason, within about two seconds if it does not. */
public final class ClickHouseHealth implements HealthIndicator {
    private final SpanStore store;

    public ClickHouseHealth(SpanStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder();
        try {
            health.up().withDetail("version", store.serverVersion());
        } catch (SpanStoreException away) {
            // Not withException: it would tell the class, and every probe of an outage would log a stack trace.
            health.down().withDetail("reason", String.valueOf(away.getMessage()));
        }
        return health.withDetail("url", store.settings().url().toString())
                .withDetail("table", store.settings().qualifiedTable())
                .build();
    }
}
