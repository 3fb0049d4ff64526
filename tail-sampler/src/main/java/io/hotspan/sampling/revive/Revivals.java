package io.hotspan.sampling.revive;

import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.Rules;
import io.hotspan.telemetry.decision.RuleVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what the samplers of a session wait for, and what force rules made since would have kept: has the log
 * read in the background and hands over what was found. Belongs to the session's thread.
 */
public final class Revivals implements AutoCloseable {

    private static final class Progress {
        final Set<RuleVersion> searched = new HashSet<>();

        @Nullable
        Long lastStartNanos;
    }

    /** A look at what waits takes longer than most turns. */
    private static final long LOOK_NANOS = 20_000_000;

    private final RevivalProperties settings;
    private final Rules rules;
    private final ToLongFunction<String> uncommittedMatches;
    private final InstantSource clock;
    private final LogReader reader;
    private final Map<PartitionSampler, Progress> progress = new WeakHashMap<>();
    private @Nullable LogPass running;
    private long lookedNanos = System.nanoTime() - LOOK_NANOS;

    /**
     * Begins.
     *
     * @param uncommittedMatches matches of a rule that the session has not committed yet
     */
    public Revivals(
            RevivalProperties settings,
            Rules rules,
            ToLongFunction<String> uncommittedMatches,
            InstantSource clock,
            LogReaders readers) {
        this.settings = settings;
        this.rules = rules;
        this.uncommittedMatches = uncommittedMatches;
        this.clock = clock;
        this.reader = new LogReader(readers);
    }

    /**
     * Hands over what has been read by now, and begins to read if it is time.
     *
     * @param samplers of the partitions that are sampled now; what was read for another is thrown away
     * @param room whether more may be written in the open transaction
     */
    public void turn(Map<TopicPartition, PartitionSampler> samplers, BooleanSupplier room) {
        LogPass pass = running;
        if (pass != null && samplers.get(pass.partition()) != pass.target()) {
            pass.cancel();
        }
        while (running != null && room.getAsBoolean()) {
            Portion portion = reader.poll();
            if (portion == null) {
                return;
            }
            take(portion);
        }
        if (running == null) {
            startNext(samplers);
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.cancel();
        }
        reader.close();
    }

    private void take(Portion portion) {
        LogPass pass = portion.pass();
        if (!pass.isCancelled()) {
            portion.delivery().accept(pass.target());
        }
        if (portion.last()) {
            running = null;
            if (pass instanceof RuleSearch search && search.isCompleted()) {
                progress(pass.target()).searched.add(search.version());
            }
        }
    }

    /** Begins with the partition that has waited for longest. */
    private void startNext(Map<TopicPartition, PartitionSampler> samplers) {
        long now = System.nanoTime();
        if (now - lookedNanos < LOOK_NANOS) {
            return;
        }
        lookedNanos = now;
        samplers.entrySet().stream()
                .filter(candidate ->
                        waited(candidate.getValue(), now) >= settings.interval().toNanos())
                .sorted(Comparator.comparingLong(candidate -> -waited(candidate.getValue(), now)))
                .flatMap(candidate -> next(candidate.getKey(), candidate.getValue()).stream())
                .findFirst()
                .ifPresent(pass -> {
                    progress(pass.target()).lastStartNanos = now;
                    running = pass;
                    reader.start(pass);
                });
    }

    /** A search first: what it asks for comes back with the rest. */
    private Optional<LogPass> next(TopicPartition partition, PartitionSampler sampler) {
        Instant now = clock.instant();
        for (ForceRule rule : rules.enabled()) {
            Instant since = rule.retroactiveFrom();
            RuleVersion version = new RuleVersion(rule.id(), rule.version());
            if (since != null
                    && !rule.hasExpired(now)
                    && !progress(sampler).searched.contains(version)) {
                return Optional.of(new RuleSearch(partition, sampler, rule, since, () -> mayDecide(rule)));
            }
        }
        return sampler.beingRevived().isEmpty()
                ? Optional.empty()
                : Optional.of(new RevivalPass(
                        partition,
                        sampler,
                        sampler.beingRevived(),
                        settings.portion().toBytes()));
    }

    private boolean mayDecide(ForceRule rule) {
        Long most = rule.maxMatches();
        return most == null || rules.matches(rule.id()) + uncommittedMatches.applyAsLong(rule.id()) < most;
    }

    private long waited(PartitionSampler sampler, long nowNanos) {
        Long last = progress(sampler).lastStartNanos;
        return last == null ? Long.MAX_VALUE : nowNanos - last;
    }

    private Progress progress(PartitionSampler sampler) {
        return progress.computeIfAbsent(sampler, _ -> new Progress());
    }
}
