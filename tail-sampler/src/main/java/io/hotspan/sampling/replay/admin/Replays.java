package io.hotspan.sampling.replay.admin;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.log.LogConsumers;
import io.hotspan.sampling.replay.ReplayPlan;
import io.hotspan.sampling.replay.ReplayRun;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs replays, each in a thread of its own, and remembers their results for a while. */
@Component
class Replays implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final Map<String, ReplayJob> jobs = new LinkedHashMap<>();
    private final LogConsumers consumers;
    private final SamplerProperties sampler;
    private final ReplayProperties settings;
    private final InstantSource clock = InstantSource.system();

    Replays(LogConsumers consumers, SamplerProperties sampler, ReplayProperties settings) {
        this.consumers = consumers;
        this.sampler = sampler;
        this.settings = settings;
    }

    /** Starts a replay. */
    synchronized ReplayJob start(ReplayPlan plan) {
        Instant now = clock.instant();
        jobs.values().removeIf(job -> job.hasEndedBefore(now.minus(settings.remember())));
        if (jobs.values().stream().filter(ReplayJob::isRunning).count() >= settings.maxRunning()) {
            throw new TooManyReplaysException(settings.maxRunning());
        }
        ReplayJob job = new ReplayJob(UUID.randomUUID().toString(), plan, now);
        jobs.put(job.id(), job);
        Thread.ofPlatform().daemon().name("replay-" + job.id()).start(() -> run(job));
        return job;
    }

    synchronized Optional<ReplayJob> find(String id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> !isForgotten(job));
    }

    /** All that are remembered, the newest first. */
    synchronized List<ReplayJob> all() {
        return jobs.values().stream().filter(job -> !isForgotten(job)).toList().reversed();
    }

    /** Ends it at once; its thread follows within a tenth of a second. */
    void cancel(ReplayJob job) {
        job.end(ReplayState.CANCELLED, clock.instant(), null);
    }

    @Override
    public void close() {
        all().forEach(this::cancel);
    }

    private boolean isForgotten(ReplayJob job) {
        return job.hasEndedBefore(clock.instant().minus(settings.remember()));
    }

    private void run(ReplayJob job) {
        try (Consumer<byte[], InputRecord> consumer = consumer(job)) {
            new ReplayRun(job.plan(), consumer, clock, job::progress, () -> !job.isRunning()).run();
            job.end(ReplayState.DONE, clock.instant(), null);
        } catch (KafkaException e) {
            log.warn("Replay {} failed: {}", job.id(), e.toString());
            job.end(ReplayState.FAILED, clock.instant(), "Kafka: " + e.getMessage());
        } catch (RuntimeException e) {
            log.error("Replay {} failed", job.id(), e);
            job.end(ReplayState.FAILED, clock.instant(), "Unforeseen failure, see the log");
        }
    }

    /** It never joins its group; the name keeps it apart from the sampler's in the broker's own records. */
    private Consumer<byte[], InputRecord> consumer(ReplayJob job) {
        String group = sampler.groupId() + "-replay-" + job.id();
        return consumers.uncountedInput(group, group);
    }
}
