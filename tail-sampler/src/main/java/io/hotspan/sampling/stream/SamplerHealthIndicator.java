package io.hotspan.sampling.stream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while every worker takes turns; says why not otherwise, and how full the buffers are. */
final class SamplerHealthIndicator implements HealthIndicator {

    private static final Duration STUCK_AFTER = Duration.ofSeconds(60);

    private final TailSampler sampler;
    private final InstantSource clock;

    SamplerHealthIndicator(TailSampler sampler, InstantSource clock) {
        this.sampler = sampler;
        this.clock = clock;
    }

    @Override
    public Health health() {
        List<WorkerStatus> workers = sampler.statuses();
        boolean up = !workers.isEmpty() && workers.stream().allMatch(this::isTakingTurns);
        Health.Builder health = up ? Health.up() : Health.down();
        for (int number = 0; number < workers.size(); number++) {
            health.withDetail("worker-" + number, describe(workers.get(number)));
        }
        return health.build();
    }

    private boolean isTakingTurns(WorkerStatus worker) {
        long silence = clock.millis() - worker.turnedAtMillis();
        return worker.state() == WorkerStatus.State.RUNNING && silence < STUCK_AFTER.toMillis();
    }

    private static String describe(WorkerStatus worker) {
        String what = "%s, %d partitions, lag %d, %d undecided spans in %d kB%s"
                .formatted(
                        worker.state().name().toLowerCase(java.util.Locale.ROOT),
                        worker.partitions(),
                        worker.lag(),
                        worker.account().spansUndecided(),
                        worker.bufferedBytes() / 1024,
                        worker.paused() ? ", waiting for memory" : "");
        return worker.problem().isEmpty() ? what : what + ": " + worker.problem();
    }
}
