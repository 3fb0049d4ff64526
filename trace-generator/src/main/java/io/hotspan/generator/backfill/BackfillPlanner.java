package io.hotspan.generator.backfill;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.live.LiveTraffic;
import io.hotspan.service.problem.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what a client asks for and fills in what it left out. */
@Component
class BackfillPlanner {

    // Live traffic counts its traces from the microseconds since 1970, which stay below this bit for 146,000 years.
    private static final long BACKFILL_INDEXES = 1L << 62;
    private static final Duration SLACK = Duration.ofHours(1);

    private final LiveTraffic live;
    private final Clock clock;
    private final AtomicLong lastIndex = new AtomicLong();

    BackfillPlanner(LiveTraffic live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    BackfillPlan plan(BackfillRequest request) {
        Instant from = required("from", request.from());
        Instant to = required("to", request.to());
        if (!from.isBefore(to)) {
            throw new InvalidRequestException("to", "must be after from", "an instant after " + from);
        }
        if (to.isAfter(clock.instant().plus(SLACK))) {
            throw new InvalidRequestException("to", "lies in the future", "an instant up to now");
        }
        double perSecond =
                request.tracesPerSecond() == null ? live.traffic().tracesPerSecond() : request.tracesPerSecond();
        if (!(perSecond > 0 && perSecond <= GeneratorProperties.MAX_TRACES_PER_SECOND)) {
            throw new InvalidRequestException(
                    "tracesPerSecond",
                    "must be above 0 and at most " + GeneratorProperties.MAX_TRACES_PER_SECOND,
                    "a number, for example 50");
        }
        long total = BackfillPlan.total(from, to, perSecond);
        if (total < 1 || total > BackfillPlan.MOST_TRACES) {
            throw new InvalidRequestException(
                    "tracesPerSecond",
                    "makes " + total + " traces of this range",
                    "a range and pace of 1 to " + BackfillPlan.MOST_TRACES + " traces");
        }
        long firstIndex = request.firstIndex() == null ? unusedIndexes(total) : request.firstIndex();
        return new BackfillPlan(live.traffic().pack(), from, to, perSecond, firstIndex, total);
    }

    /** Indexes no job of this or an earlier process has: from the clock, and past those of the job before. */
    private long unusedIndexes(long total) {
        long now = BACKFILL_INDEXES + ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return lastIndex.updateAndGet(last -> Math.max(last, now) + total) - total;
    }

    private static Instant required(String field, @Nullable Instant value) {
        if (value == null) {
            throw new InvalidRequestException(field, "is missing", "an instant, for example 2026-01-31T12:00:00Z");
        }
        return value;
    }
}
