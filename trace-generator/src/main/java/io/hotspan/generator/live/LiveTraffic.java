package io.hotspan.generator.live;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.pack.ActivePack;
import io.hotspan.generator.pack.Packs;
import io.hotspan.generator.trace.GeneratedTrace;
import io.hotspan.generator.truth.GroundTruth;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends traces of the chosen pack at the chosen pace until told otherwise. */
@Component
public class LiveTraffic implements SmartLifecycle {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long IDLE_NANOS = NANOS_PER_SECOND;
    private static final Logger log = LoggerFactory.getLogger(LiveTraffic.class);

    private final Packs packs;
    private final SdkExport export;
    private final GroundTruth truth;
    private final LiveCounters counters;
    private final Clock clock;
    private final long seed;

    private long nextIndex;
    private volatile Traffic traffic;
    private volatile @Nullable Thread thread;

    LiveTraffic(
            Packs packs,
            SdkExport export,
            GroundTruth truth,
            LiveCounters counters,
            Clock clock,
            GeneratorProperties properties) {
        this.packs = packs;
        this.export = export;
        this.truth = truth;
        this.counters = counters;
        this.clock = clock;
        this.seed = properties.seed();
        this.nextIndex = properties.firstIndex() == null ? micros(clock.instant()) : properties.firstIndex();
        this.traffic = new Traffic(properties.pack(), properties.tracesPerSecond(), properties.running());
    }

    /** How it runs at present. */
    public Traffic traffic() {
        return traffic;
    }

    /** Takes effect on the next trace. */
    void change(Traffic newTraffic) {
        traffic = newTraffic;
        LockSupport.unpark(thread);
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().name("live-traffic").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        LockSupport.unpark(stopping);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Traffic current = traffic;
        Pacer pacer = new Pacer(current.tracesPerSecond(), System.nanoTime());
        while (Thread.currentThread().equals(thread)) {
            if (!traffic.equals(current)) {
                current = traffic;
                pacer = new Pacer(current.tracesPerSecond(), System.nanoTime());
            }
            long pause = IDLE_NANOS;
            if (current.running()) {
                try {
                    sendDue(current, pacer);
                    pause = pacer.nanosUntilNext(System.nanoTime());
                } catch (RuntimeException e) {
                    log.error("A trace was lost; live traffic goes on in a second", e);
                }
            }
            LockSupport.parkNanos(this, pause);
        }
    }

    private void sendDue(Traffic current, Pacer pacer) {
        ActivePack pack = packs.find(current.pack()).orElseThrow();
        long skippedBefore = pacer.skipped();
        for (long due = pacer.take(System.nanoTime()); due > 0 && traffic.equals(current); due--) {
            send(pack);
        }
        counters.skipped(pacer.skipped() - skippedBefore);
    }

    private void send(ActivePack pack) {
        GeneratedTrace trace = pack.pack().trace(seed, nextIndex++, pack.settings());
        // It ends now: a span from the future would look wrong to anybody who reads it at once.
        long startEpochNanos = nanos(clock.instant()) - trace.durationNanos();
        truth.record(trace, startEpochNanos);
        export.send(trace, startEpochNanos);
    }

    private static long micros(Instant instant) {
        return TimeUnit.NANOSECONDS.toMicros(nanos(instant));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    }
}
