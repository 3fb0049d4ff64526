package io.hotspan.sampling.export;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What became of requests: counters, log lines and health, which is up whatever the endpoint does. */
final class ExportStatus implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(ExportStatus.class);
    private static final String PREFIX = "tail_sampling.export.";

    private final URI uri;
    private final InstantSource clock;
    private final Counter retries;
    private final Counter acceptedSpans;
    private final Counter rejectedSpans;
    private final Counter refusedSpans;

    private volatile long lag;
    private volatile @Nullable Instant lastAccepted;
    private volatile String problem = "";

    ExportStatus(URI uri, InstantSource clock, MeterRegistry registry) {
        this.uri = uri;
        this.clock = clock;
        this.retries = Counter.builder(PREFIX + "retries")
                .description("Requests to the OTLP endpoint that were sent again")
                .register(registry);
        this.acceptedSpans = spans(registry, "accepted");
        this.rejectedSpans = spans(registry, "rejected");
        this.refusedSpans = spans(registry, "refused");
        Gauge.builder(PREFIX + "lag", this, status -> status.lag)
                .description("Kept records not yet sent to the OTLP endpoint")
                .register(registry);
    }

    /** A request was answered for good. */
    void answered(ExportRequest request, ExportAnswer answer) {
        switch (answer) {
            case ExportAnswer.Accepted(long rejected, String message) -> {
                if (rejected > 0 || !message.isEmpty()) {
                    log.warn("{} rejected {} of {} spans: {}", uri, rejected, request.spans(), message);
                }
                long refused = Math.min(rejected, request.spans());
                rejectedSpans.increment((double) refused);
                acceptedSpans.increment((double) (request.spans() - refused));
                lastAccepted = clock.instant();
                problem = "";
            }
            case ExportAnswer.Refused(String reason) -> {
                log.warn("{} refused {} spans up to {}: {}", uri, request.spans(), request.end(), reason);
                refusedSpans.increment((double) request.spans());
                problem = "refused " + request.spans() + " spans: " + reason;
            }
        }
    }

    /** A request is about to be sent again. */
    void retried(Throwable why) {
        retries.increment();
        // Once an outage; the counter tells how often.
        if (problem.isEmpty()) {
            log.warn("{} does not take spans, which wait for it: {}", uri, why.toString());
        }
        problem = why.toString();
    }

    /** The consumer failed. */
    void failed(RuntimeException why) {
        log.warn("Export to {} begins again from its last commit", uri, why);
        problem = why.toString();
    }

    /** So many records are not read yet. */
    void lag(long records) {
        lag = records;
    }

    @Override
    public Health health() {
        Health.Builder health =
                Health.up().withDetail("endpoint", uri.toString()).withDetail("lag", lag);
        Instant accepted = lastAccepted;
        if (accepted != null) {
            health.withDetail("lastAccepted", accepted);
        }
        return (problem.isEmpty() ? health : health.withDetail("problem", problem)).build();
    }

    private static Counter spans(MeterRegistry registry, String outcome) {
        return Counter.builder(PREFIX + "spans")
                .description("Kept spans sent to the OTLP endpoint, by its answer")
                .tag("outcome", outcome)
                .register(registry);
    }
}
