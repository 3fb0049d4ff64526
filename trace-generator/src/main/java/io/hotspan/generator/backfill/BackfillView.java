package io.hotspan.generator.backfill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as clients see it.
 *
 * @param sent traces the receiver has taken
 * @param total traces there will be
 * @param sentSpans spans the receiver has taken
 * @param rejectedSpans spans it has refused for good
 * @param firstIndex repeats the job when asked for again
 * @param failure why it failed, or null
 */
record BackfillView(
        String id,
        BackfillState state,
        long sent,
        long total,
        long sentSpans,
        long rejectedSpans,
        String pack,
        Instant from,
        Instant to,
        double tracesPerSecond,
        long firstIndex,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {}
